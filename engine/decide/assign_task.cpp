#include <fmt/format.h>

#include <set>

#include "decide/known_unit.hpp"
#include "decide/refuse.hpp"
#include "decide/task_commands.hpp"

namespace tiendo::decide {
namespace {

Refusal check_units(const std::vector<model::Part>& parts, const Draft& draft,
                    std::set<model::UnitId>& seen) {
  const auto day = local_day(draft.now());
  for (const auto& part : parts) {
    const auto* unit = known_unit(draft.office(), *draft.campaign().plan, part.unit);
    if (unit == nullptr) {
      return bad_argument(
          {fmt::format("cả kế hoạch và cơ quan đều không có đơn vị “{}”", part.unit.str()),
           fmt::format("neither the plan nor the office has a unit '{}'", part.unit.str())});
    }
    if ((unit->valid_from && day < *unit->valid_from) ||
        (unit->valid_until && *unit->valid_until < day)) {
      return bad_argument(
          {fmt::format("đơn vị “{}” không hoạt động vào ngày {}", unit->name, to_vietnamese(day)),
           fmt::format("the unit '{}' is not in being on {}", unit->name, to_string(day))});
    }
    if (!seen.insert(part.unit).second) {
      return bad_argument({fmt::format("đơn vị “{}” được nêu hai lần", unit->name),
                           fmt::format("the unit '{}' is named twice", unit->name)});
    }
  }
  return std::nullopt;
}

}  // namespace

Refusal decide_task(const model::AssignTask& command, model::TaskIndex task, Draft& draft) {
  std::set<model::UnitId> seen;
  for (const auto* parts : {&command.leads, &command.coordinating}) {
    if (auto refusal = check_units(*parts, draft, seen)) {
      return refusal;
    }
  }
  draft.record(task, model::TaskAssigned{command.task, command.leads, command.coordinating});
  if (draft.state_of(task) != model::TaskState::planned) {  // else they are told with all others
    draft.tell(task, model::Subject::assigned);
  }
  return std::nullopt;
}

}  // namespace tiendo::decide
