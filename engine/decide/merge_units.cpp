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

/// The merger that has been decided for the unit and stands; null where there is none.
const model::Merger* merger_of(const model::Unit& unit, const model::Office& office) {
  const auto found = std::ranges::find_if(office.mergers, [&](const model::Merger& merger) {
    return std::ranges::find(merger.from, unit.id) != merger.from.end() &&
           unit.valid_until == plus_days(merger.day, -1);
  });
  return found == office.mergers.end() ? nullptr : &*found;
}

/// Of a unit that is to be no more from `day` on.
std::optional<Rejection> why_not_from(const model::UnitId& id, Day day,
                                      const model::Office& office) {
  const auto unit = office.units.find(id);
  if (unit == office.units.end()) {
    return unknown_unit(id);
  }
  const auto& [from, until] = std::pair{unit->second.valid_from, unit->second.valid_until};
  if (const auto* before = merger_of(unit->second, office)) {
    return bad_argument(
        {fmt::format(
             "đơn vị “{}” đã có quyết định sáp nhập vào “{}” từ ngày {}: bỏ đơn vị này khỏi "
             "danh sách",
             unit->second.name, before->into.str(), to_vietnamese(before->day)),
         fmt::format("the unit '{}' merges into '{}' on {} already: take it off the list",
                     unit->second.name, before->into.str(), to_string(before->day))});
  }
  if (until && *until < day) {
    return bad_argument(
        {fmt::format("đơn vị “{}” đã kết thúc ngày {}: bỏ đơn vị này khỏi danh sách",
                     unit->second.name, to_vietnamese(*until)),
         fmt::format("the unit '{}' ended on {}: take it off the list", unit->second.name,
                     to_string(*until))});
  }
  if (from && *from >= day) {
    return bad_argument({fmt::format("đơn vị “{}” chưa thành lập trước ngày {}: chọn ngày sau {}",
                                     unit->second.name, to_vietnamese(day), to_vietnamese(*from)),
                         fmt::format("the unit '{}' is not there before {}: choose a day after {}",
                                     unit->second.name, to_string(day), to_string(*from))});
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
        {fmt::format(
             "đơn vị “{}” chưa có hiệu lực vào ngày {}: chọn từ ngày {} trở đi, hoặc đơn vị "
             "khác",
             name, to_vietnamese(day), to_vietnamese(*unit->second.valid_from)),
         fmt::format("the unit '{}' is not valid yet on {}: choose {} or a later day, or another "
                     "unit",
                     name, to_string(day), to_string(*unit->second.valid_from))});
  }
  if (unit->second.valid_until && *unit->second.valid_until < day) {
    return bad_argument(
        {fmt::format("đơn vị “{}” không còn vào ngày {}: chọn đơn vị khác", name,
                     to_vietnamese(day)),
         fmt::format("the unit '{}' is no more on {}: choose another one", name, to_string(day))});
  }
  return std::nullopt;
}

/// Where the mergers that are decided, one after another, lead back from what comes after to a unit
/// that merges: tasks would go round in a circle without end.
std::optional<Rejection> why_circular(const model::Merger& merger, const model::Office& office) {
  auto unit = merger.into;
  for (std::size_t steps = 0; steps < office.mergers.size(); ++steps) {
    const auto next = std::ranges::find_if(office.mergers, [&](const model::Merger& one) {
      return std::ranges::find(one.from, unit) != one.from.end();
    });
    if (next == office.mergers.end()) {
      break;
    }
    unit = next->into;
    if (std::ranges::find(merger.from, unit) != merger.from.end()) {
      return bad_argument(
          {fmt::format(
               "“{}” đã có quyết định sáp nhập vào “{}”, không sáp nhập ngược lại: chọn đơn vị "
               "khác",
               merger.into.str(), unit.str()),
           fmt::format("'{}' merges into '{}' already, and not the other way round as well: choose "
                       "another unit",
                       merger.into.str(), unit.str())});
    }
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
        {fmt::format(
             "đơn vị “{}” không sáp nhập vào chính nó: bỏ khỏi danh sách sáp nhập, hoặc chọn "
             "đơn vị khác để sáp nhập vào",
             merger.into.str()),
         fmt::format("the unit '{}' is not merged into itself: take it off the list, or choose "
                     "another one to merge into",
                     merger.into.str())});
  }
  for (auto id = merger.from.begin(); id != merger.from.end(); ++id) {
    if (std::find(merger.from.begin(), id, *id) != id) {
      return bad_argument({fmt::format("đơn vị “{}” được nêu hai lần: bỏ một", id->str()),
                           fmt::format("the unit '{}' is named twice: take one out", id->str())});
    }
  }
  for (const auto& id : merger.from) {
    if (auto refusal = why_not_from(id, merger.day, office)) {
      return std::move(*refusal);
    }
  }
  if (auto refusal = why_not_into(merger.into, merger.day, office)) {
    return std::move(*refusal);
  }
  if (auto refusal = why_circular(merger, office)) {
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
