#pragma once

#include <optional>

#include "base/text.hpp"
#include "calendar/working_days.hpp"

namespace tiendo::calendar {

/// The days off of a year for which no notice is known, by law: Labour Code 45/2019/QH14 art. 112
/// (new year, lunar new year, Hùng Kings, 30/4, 1/5, 2/9 and the day beside it) with the make-up
/// of art. 111(3), and from 2026 on 24/11 (resolution 28/2026/QH16 art. 2). The notice is empty:
/// the Prime Minister decides each year, so this is provisional.
/// Years outside 1968 to 2053 have no lunar dates here and get the solar holidays only.
[[nodiscard]] HolidayYear holidays_by_law(int year);

/// The name of the public holiday that falls on `day` itself, if one does.
[[nodiscard]] std::optional<Text> holiday_name(Day day);

}  // namespace tiendo::calendar
