#include "calendar/lunar.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "calendar/astronomy.hpp"

namespace tiendo::calendar {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr double vietnam_offset_days = 7.0 / 24;
/// The Julian day of the midnight with which 1970-01-01 begins in Greenwich.
constexpr double julian_day_1970 = 2440587.5;

constexpr sys_days first_day = Day{std::chrono::year{first_lunar_year} / 1 / 1};
constexpr sys_days last_day = Day{std::chrono::year{last_lunar_year} / 12 / 31};

/// New moons, by number, that surround the years of the table with a year to spare.
constexpr int first_new_moon = -412;
constexpr int last_new_moon = 692;

struct LunarMonth {
  sys_days first;
  int number = 0;
  bool leap = false;
  int year = 0;
};

sys_days vietnam_day(double julian_day) {
  return sys_days{
      days{static_cast<int>(std::floor(julian_day - julian_day_1970 + vietnam_offset_days))}};
}

/// Which twelfth of its way the sun is in when `day` begins in Vietnam: 0 from the March equinox,
/// 9 from the December solstice.
int twelfth_at_start_of(sys_days day) {
  const auto days_since_1970 = static_cast<double>(day.time_since_epoch().count());
  const double midnight = julian_day_1970 + days_since_1970 - vietnam_offset_days;
  return static_cast<int>(sun_longitude(midnight) / 30);
}

/// Numbers the months from one that holds a winter solstice (`begin`, month 11) to before the next
/// (`end`). If there are thirteen, the first in which the sun enters no new twelfth is a leap
/// month.
void number_months(std::vector<LunarMonth>& months, const std::vector<int>& twelfths,
                   std::size_t begin, std::size_t end) {
  const int solstice_year =
      static_cast<int>(Day{months[begin].first}.year());  // month 11 begins in November, December
  const bool has_leap = end - begin == 13;
  bool leap_seen = false;
  int number = 11;
  for (std::size_t i = begin; i < end; ++i) {
    const bool leap = has_leap && !leap_seen && twelfths[i] == twelfths[i + 1];
    if (i > begin && !leap) {
      number = number % 12 + 1;
    }
    leap_seen = leap_seen || leap;
    months[i].number = number;
    months[i].leap = leap;
    months[i].year = solstice_year + (number < 11 ? 1 : 0);
  }
}

std::vector<LunarMonth> build_months() {
  std::vector<LunarMonth> months;
  std::vector<int> twelfths;
  for (int k = first_new_moon; k <= last_new_moon; ++k) {
    months.push_back({.first = vietnam_day(new_moon(k))});
    twelfths.push_back(twelfth_at_start_of(months.back().first));
  }
  std::vector<std::size_t> solstices;
  for (std::size_t i = 0; i + 1 < months.size(); ++i) {
    // A month may hold two changes of the sun, so that the one before the solstice is not 8.
    if (twelfths[i] >= 6 && twelfths[i] < 9 && twelfths[i + 1] >= 9) {
      solstices.push_back(i);
    }
  }
  for (std::size_t i = 0; i + 1 < solstices.size(); ++i) {
    number_months(months, twelfths, solstices[i], solstices[i + 1]);
  }
  const auto at = [&](std::size_t i) { return months.begin() + static_cast<std::ptrdiff_t>(i); };
  return {at(solstices.front()), at(solstices.back())};
}

const std::vector<LunarMonth>& lunar_months() {
  static const std::vector<LunarMonth> months = build_months();
  return months;
}

}  // namespace

std::optional<LunarDate> lunar_of(Day day) {
  const sys_days at{day};
  if (!day.ok() || at < first_day || at > last_day) {
    return std::nullopt;
  }
  const auto& months = lunar_months();
  const auto month = std::prev(std::ranges::upper_bound(months, at, {}, &LunarMonth::first));
  return LunarDate{.day = static_cast<int>((at - month->first).count()) + 1,
                   .month = month->number,
                   .leap = month->leap,
                   .year = month->year};
}

std::optional<Day> solar_of(LunarDate date) {
  const auto& months = lunar_months();
  const auto month = std::ranges::find_if(months, [&](const LunarMonth& m) {
    return m.year == date.year && m.number == date.month && m.leap == date.leap;
  });
  if (month == months.end() || std::next(month) == months.end() || date.day < 1) {
    return std::nullopt;
  }
  if (date.day > (std::next(month)->first - month->first).count()) {
    return std::nullopt;
  }
  const sys_days at = month->first + days{date.day - 1};
  return at < first_day || at > last_day ? std::nullopt : std::optional{Day{at}};
}

}  // namespace tiendo::calendar
