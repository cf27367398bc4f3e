#include <fmt/format.h>

#include <algorithm>

#include "decide/campaign_commands.hpp"
#include "decide/refuse.hpp"
#include "model/at_work.hpp"

namespace tiendo::decide {
namespace {

bool is_open(const model::Task& task) {
  return !model::is_over(task.state);
}

}  // namespace

Refusal decide_campaign(const model::CloseCampaign& command, Draft& draft) {
  const auto& campaign = draft.campaign();
  const auto open = std::ranges::count_if(campaign.tasks, is_open);
  if (open > 0 && !command.cancel_open) {
    return Rejection{
        "tasks_open",
        {fmt::format("còn {} nhiệm vụ chưa nghiệm thu: nghiệm thu hoặc hủy rồi mới kết thúc", open),
         fmt::format("{} tasks are still open: accept or cancel them first", open)}};
  }
  if (open > 0) {
    if (auto refusal = require(command.reason, {"lý do", "the reason"})) {
      return refusal;
    }
  }
  for (model::TaskIndex task = 0; task < campaign.tasks.size(); ++task) {
    if (is_open(campaign.tasks[task])) {
      draft.record(task, model::TaskCancelled{campaign.plan->tasks[task].id, command.reason});
      if (campaign.tasks[task].state != model::TaskState::planned) {
        draft.tell(task, model::Subject::cancelled, command.reason);
      }
    }
  }
  // What the charts make of it belongs to the campaign that is still there.
  if (auto refusal = draft.settle()) {
    return refusal;
  }
  draft.record(model::CampaignClosed{command.document});
  return std::nullopt;
}

}  // namespace tiendo::decide
