#include <fmt/format.h>

#include <algorithm>

#include "decide/campaign_commands.hpp"

namespace tiendo::decide {

Refusal decide_campaign(const model::CloseCampaign&, Draft& draft) {
  const auto open = std::ranges::count_if(draft.campaign().tasks, [](const model::Task& task) {
    return task.state != model::TaskState::accepted && task.state != model::TaskState::cancelled;
  });
  if (open > 0) {
    return Rejection{
        "tasks_open",
        {fmt::format("còn {} nhiệm vụ chưa nghiệm thu: nghiệm thu hoặc hủy rồi mới kết thúc", open),
         fmt::format("{} tasks are still open: accept or cancel them first", open)}};
  }
  draft.record(model::CampaignClosed{});
  return std::nullopt;
}

}  // namespace tiendo::decide
