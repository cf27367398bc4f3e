#include "decide/office_commands.hpp"

#include <fmt/format.h>

#include "decide/refuse.hpp"

namespace tiendo::decide {

OfficeOutcome decide_office(const model::SetUnit& command, const model::Office&) {
  const auto& unit = command.unit;
  if (!is_id(unit.id.str())) {
    return bad_argument(
        {fmt::format("“{}” không dùng làm mã đơn vị được: dùng a-z, 0-9, dấu “-”, “_”",
                     unit.id.str()),
         fmt::format("'{}' cannot be the id of a unit: use a-z, 0-9, '-' and '_'", unit.id.str())});
  }
  if (auto refusal = require(unit.name, {"tên đơn vị", "the name of the unit"})) {
    return std::move(*refusal);
  }
  if (unit.valid_from && unit.valid_until && *unit.valid_until < *unit.valid_from) {
    return bad_argument({fmt::format("đơn vị “{}” giải thể trước khi thành lập", unit.name),
                         fmt::format("the unit '{}' ends before it begins", unit.name)});
  }
  return model::EventBody{model::UnitSet{unit}};
}

OfficeOutcome decide_office(const model::SetHolidays& command, const model::Office&) {
  return model::EventBody{model::HolidaysSet{command.years}};
}

}  // namespace tiendo::decide
