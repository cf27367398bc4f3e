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

Refusal why_not(const model::CloseCampaign& command, const model::Campaign& campaign) {
  const auto open = std::ranges::count_if(campaign.tasks, is_open);
  if (open > 0 && !command.cancel_open) {
    return Rejection{
        "tasks_open",
        {fmt::format("còn {} nhiệm vụ chưa nghiệm thu: nghiệm thu hoặc hủy rồi mới kết thúc", open),
         fmt::format("{} tasks are still open: accept or cancel them first", open)}};
  }
  if (open > 0) {
    return require(command.reason, {"lý do", "the reason"});
  }
  if (campaign.state != model::CampaignState::closing) {
    return require(command.reason, {"lý do kết thúc khi các giai đoạn chưa xong",
                                    "the reason for closing before its phases have ended"});
  }
  return std::nullopt;
}

void cancel_open_tasks(const std::string& reason, Draft& draft) {
  const auto& campaign = draft.campaign();
  for (model::TaskIndex task = 0; task < campaign.tasks.size(); ++task) {
    const auto& now = campaign.tasks[task];
    if (!is_open(now)) {
      continue;
    }
    draft.record(task, model::TaskCancelled{campaign.plan->tasks[task].id, reason});
    if (now.state != model::TaskState::planned) {
      draft.tell(task, model::Subject::cancelled, reason);
    }
  }
}

}  // namespace

Refusal decide_campaign(const model::CloseCampaign& command, Draft& draft) {
  const auto& campaign = draft.campaign();
  if (auto refusal = why_not(command, campaign)) {
    return refusal;
  }
  if (campaign.state != model::CampaignState::closing) {
    draft.begin_closing(command.reason);
  }
  cancel_open_tasks(command.reason, draft);
  // What the procedures make of it belongs to the campaign that is still there.
  if (auto refusal = draft.settle()) {
    return refusal;
  }
  draft.tell_all(model::Subject::campaign_closed, command.reason);
  draft.record(model::CampaignClosed{command.document});
  return std::nullopt;
}

}  // namespace tiendo::decide
