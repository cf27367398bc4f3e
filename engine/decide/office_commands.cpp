#include "decide/office_commands.hpp"

#include <fmt/format.h>

#include <algorithm>

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

OfficeOutcome decide_office(const model::NameOffice& command, const model::Office&) {
  if (auto refusal = require(command.name, {"tên cơ quan", "the name of the office"})) {
    return std::move(*refusal);
  }
  return model::EventBody{model::OfficeNamed{command.name}};
}

OfficeOutcome decide_office(const model::SetHolidays& command, const model::Office&) {
  return model::EventBody{model::HolidaysSet{command.years}};
}

OfficeOutcome decide_office(const model::SetHours& command, const model::Office&) {
  const auto& [opens, closes] = command.hours;
  if (opens < std::chrono::minutes{0} || closes <= opens || closes > std::chrono::days{1}) {
    return bad_argument({"giờ làm việc phải nằm trong một ngày, mở cửa trước khi đóng cửa",
                         "office hours lie within a day, and the office opens before it closes"});
  }
  return model::EventBody{model::HoursSet{command.hours}};
}

OfficeOutcome decide_office(const model::SetLadder& command, const model::Office&) {
  const auto& [name, ladder] = command;
  if (!is_id(name) || name == "none") {
    return bad_argument(
        {fmt::format("“{}” không dùng làm tên bậc nhắc việc được: dùng a-z, 0-9, “-”, “_”", name),
         fmt::format("'{}' cannot be the name of a ladder: use a-z, 0-9, '-' and '_'", name)});
  }
  const auto falls = [](const std::vector<int>& days) {
    return std::ranges::is_sorted(days, std::ranges::greater_equal{}) &&
           (days.empty() || days.back() >= 0);
  };
  const bool counts = ladder.overdue_every >= 0 && ladder.fix_date_before >= 0 &&
                      ladder.head_after.value_or(0) >= 0 && ladder.leaders_after.value_or(0) >= 0;
  if (!falls(ladder.before) || !falls(ladder.detailed_plan_before) || !counts) {
    return bad_argument({"bậc nhắc việc đếm ngày làm việc từ 0 trở lên, giảm dần",
                         "a ladder counts working days from 0 up, and its days fall"});
  }
  return model::EventBody{model::LadderSet{name, ladder}};
}

OfficeOutcome decide_office(const model::SetChannels& command, const model::Office&) {
  const auto& channels = command.channels;
  for (auto channel = channels.begin(); channel != channels.end(); ++channel) {
    if (!is_id(*channel) || std::find(channels.begin(), channel, *channel) != channel) {
      return bad_argument({fmt::format("kênh “{}” viết sai hoặc có hai lần", *channel),
                           fmt::format("the channel '{}' is misspelt or comes twice", *channel)});
    }
  }
  return model::EventBody{model::ChannelsSet{channels}};
}

}  // namespace tiendo::decide
