#include <fmt/format.h>

#include "decide/task_commands.hpp"

namespace tiendo::decide {

Refusal decide_task(const model::StartTask& command, model::TaskIndex task, Draft& draft) {
  if (const auto earlier = draft.waits_for(task)) {
    const auto& title = draft.campaign().plan->tasks[*earlier].title;
    return Rejection{
        "waits_for",
        {fmt::format("phải chờ nhiệm vụ “{}” được nghiệm thu trước", title),
         fmt::format("it comes after the task '{}', which has not been accepted", title)}};
  }
  if (const auto* elsewhere = draft.waits_elsewhere(task)) {
    const auto& [campaign, other] = *elsewhere;
    return Rejection{
        "waits_for",
        {fmt::format("phải chờ nhiệm vụ “{}” của đợt “{}” được nghiệm thu trước", other.str(),
                     campaign.str()),
         fmt::format("it comes after the task '{}' of the campaign '{}', which has not been "
                     "accepted",
                     other.str(), campaign.str())}};
  }
  draft.record(task, model::TaskStarted{command.task});
  return std::nullopt;
}

}  // namespace tiendo::decide
