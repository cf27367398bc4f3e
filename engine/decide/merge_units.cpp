#include <fmt/format.h>

#include <algorithm>

#include "decide/office_commands.hpp"
#include "decide/refuse.hpp"

namespace tiendo::decide {
namespace {

Rejection unknown_unit(const model::UnitId& id) {
  return bad_argument({fmt::format("không có đơn vị “{}”", id.str()),
                       fmt::format("there is no unit '{}'", id.str())});
}

/// Of a unit that is to be no more from `day` on.
std::optional<Rejection> why_not_from(const model::UnitId& id, Day day,
                                      const model::Office& office) {
  const auto unit = office.units.find(id);
  if (unit == office.units.end()) {
    return unknown_unit(id);
  }
  const auto& [from, until] = std::pair{unit->second.valid_from, unit->second.valid_until};
  if (until && *until < day) {
    return bad_argument(
        {fmt::format("đơn vị “{}” đã kết thúc ngày {}", unit->second.name, to_vietnamese(*until)),
         fmt::format("the unit '{}' ended on {}", unit->second.name, to_string(*until))});
  }
  if (from && *from >= day) {
    return bad_argument(
        {fmt::format("đơn vị “{}” chưa thành lập trước ngày {}", unit->second.name,
                     to_vietnamese(day)),
         fmt::format("the unit '{}' is not there before {}", unit->second.name, to_string(day))});
  }
  return std::nullopt;
}

std::optional<Rejection> why_not_into(const model::UnitId& id, Day day,
                                      const model::Office& office) {
  const auto unit = office.units.find(id);
  if (unit == office.units.end()) {
    return unknown_unit(id);
  }
  const auto& name = unit->second.name;
  if (unit->second.valid_from && *unit->second.valid_from > day) {
    return bad_argument(
        {fmt::format("đơn vị “{}” chưa có hiệu lực vào ngày {}", name, to_vietnamese(day)),
         fmt::format("the unit '{}' is not valid yet on {}", name, to_string(day))});
  }
  if (unit->second.valid_until && *unit->second.valid_until < day) {
    return bad_argument({fmt::format("đơn vị “{}” không còn vào ngày {}", name, to_vietnamese(day)),
                         fmt::format("the unit '{}' is no more on {}", name, to_string(day))});
  }
  return std::nullopt;
}

}  // namespace

OfficeOutcome decide_office(const model::MergeUnits& command, const model::Office& office) {
  const auto& merger = command.merger;
  if (merger.from.empty()) {
    return bad_argument({"chưa nói những đơn vị nào sáp nhập", "no unit is named that is merged"});
  }
  if (!merger.day.ok()) {
    return bad_argument({"ngày sáp nhập không có trong lịch", "there is no such day"});
  }
  if (std::ranges::find(merger.from, merger.into) != merger.from.end()) {
    return bad_argument(
        {"một đơn vị không sáp nhập vào chính nó", "a unit is not merged into itself"});
  }
  for (const auto& id : merger.from) {
    if (auto refusal = why_not_from(id, merger.day, office)) {
      return std::move(*refusal);
    }
  }
  if (auto refusal = why_not_into(merger.into, merger.day, office)) {
    return std::move(*refusal);
  }
  for (const auto& task : merger.tasks) {
    if (task.treatment != model::Treatment::transfer && task.reason.empty()) {
      return bad_argument(
          {fmt::format("thiếu lý do của nhiệm vụ “{}”", task.task.str()),
           fmt::format("the reason for the task '{}' is missing", task.task.str())});
    }
  }
  return model::EventBody{model::UnitsMerged{merger}};
}

}  // namespace tiendo::decide
