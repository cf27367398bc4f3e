#pragma once

#include <optional>

#include "base/time.hpp"

namespace tiendo::calendar {

/// A day of the Vietnamese lunar calendar. `leap` marks the second month of the same number.
struct LunarDate {
  int day;
  int month;
  bool leap;
  int year;

  friend bool operator==(const LunarDate&, const LunarDate&) = default;
};

/// The years in which the calendar is certain: before 1968 another time zone was used (decision
/// 121-CP of 1967), after 2053 new moons fall within minutes of midnight.
inline constexpr int first_lunar_year = 1968;
inline constexpr int last_lunar_year = 2053;

/// The lunar date of a day from 1968-01-01 to 2053-12-31; nothing outside. Computed from the new
/// moons and the longitude of the sun at UTC+7 (astronomy.hpp).
[[nodiscard]] std::optional<LunarDate> lunar_of(Day day);

/// The day of a lunar date; nothing if there is no such date or it lies outside the same days.
[[nodiscard]] std::optional<Day> solar_of(LunarDate date);

}  // namespace tiendo::calendar
