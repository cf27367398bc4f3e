#include <fmt/format.h>

#include <algorithm>

#include "decide/anchors.hpp"
#include "decide/campaign_commands.hpp"
#include "decide/refuse.hpp"
#include "model/at_work.hpp"

namespace tiendo::decide {

Refusal decide_campaign(const model::SetAnchor& command, Draft& draft) {
  if (auto refusal = require(command.anchor, {"tên của ngày mốc", "the name of the day"})) {
    return refusal;
  }
  if (!command.day.ok()) {
    return bad_argument({"ngày mốc không có trong lịch", "there is no such day"});
  }
  const auto& campaign = draft.campaign();
  const auto before = reading_of(campaign, draft.office());
  auto after = before;
  after.anchors.insert_or_assign(command.anchor, command.day);
  model::AnchorSet set{command.anchor, command.day, command.document, {}};
  for (model::TaskIndex task = 0; task < campaign.tasks.size(); ++task) {
    const auto& planned = campaign.plan->tasks[task];
    const auto& phrase = planned.window->phrase;
    if (phrase.empty() || model::is_over(campaign.tasks[task].state)) {
      continue;
    }
    const auto now = calendar::resolve(phrase, after);
    const auto then = calendar::resolve(phrase, before);
    if (now.resolved && (now.start != then.start || now.due != then.due)) {
      set.dates.push_back({planned.id, now.start, now.due});
    }
  }
  if (set.dates.empty()) {
    return bad_argument(
        {fmt::format("không nhiệm vụ nào tính thời gian theo “{}”: xem lại tên", command.anchor),
         fmt::format("no task counts from '{}': look at the name", command.anchor)});
  }
  draft.record(model::EventBody{set});
  for (const auto& moved : set.dates) {
    const auto task = *campaign.plan->find(moved.task);
    if (campaign.tasks[task].state != model::TaskState::planned) {
      draft.tell(task, model::Subject::amended);
    }
  }
  return std::nullopt;
}

}  // namespace tiendo::decide
