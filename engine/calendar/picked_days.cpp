#include <fmt/format.h>

#include <cstdlib>
#include <optional>

#include "calendar/moment.hpp"

namespace tiendo::calendar {
namespace {

using What = Pick::What;
using std::chrono::days;
using std::chrono::sys_days;

Error no_such(const Pick& pick, DayRange whole) {
  static constexpr const char* names[][2] = {{"ngày", "day"},
                                             {"ngày làm việc", "working day"},
                                             {"ngày thứ như vậy", "such weekday"},
                                             {"tháng", "month"},
                                             {"quý", "quarter"}};
  const auto& [vi, en] = names[static_cast<std::size_t>(pick.what)];
  const int number = std::abs(pick.number);
  const auto first = to_vietnamese(whole.first);
  const auto last = to_vietnamese(whole.last);
  return {{fmt::format("từ {} đến {} không có đủ {} {}: hãy ghi ngày", first, last, number, vi),
           fmt::format("{} to {} does not have {} {}s: write the day", first, last, number, en)},
          {}};
}

/// The Nth day for which `holds`, from the beginning or the end.
template <class Predicate>
std::optional<Day> nth(DayRange whole, int number, Predicate holds) {
  const days step{number > 0 ? 1 : -1};
  const sys_days end{number > 0 ? whole.last : whole.first};
  int left = std::abs(number);
  for (sys_days day{number > 0 ? whole.first : whole.last};; day += step) {
    if (holds(day) && --left == 0) {
      return Day{day};
    }
    if (day == end) {
      return std::nullopt;
    }
  }
}

/// The Nth span of so many months, counted from the first day of `whole`.
std::optional<DayRange> nth_months(DayRange whole, int number, int length) {
  const std::chrono::months step{length};
  const std::chrono::year_month first{whole.first.year(), whole.first.month()};
  const std::chrono::year_month end{whole.last.year(), whole.last.month()};
  const auto begin =
      number > 0 ? first + step * (number - 1) : end + std::chrono::months{1} + step * number;
  const auto last = begin + step - std::chrono::months{1};
  if (begin < first || last > end) {
    return std::nullopt;
  }
  return DayRange{begin / 1, Day{last / std::chrono::last}};
}

std::optional<DayRange> find(DayRange whole, const Pick& pick, const WorkingDays& working_days) {
  const auto day = [&](auto holds) -> std::optional<DayRange> {
    const auto found = nth(whole, pick.number, holds);
    return found ? std::optional{DayRange{*found, *found}} : std::nullopt;
  };
  switch (pick.what) {
    case What::month:
      return nth_months(whole, pick.number, 1);
    case What::quarter:
      return nth_months(whole, pick.number, 3);
    case What::weekday:
      return day([&](sys_days at) { return std::chrono::weekday{at} == pick.weekday; });
    case What::working_day:
      return day([&](sys_days at) { return working_days.is_working(Day{at}); });
    case What::day:
      break;
  }
  return day([](sys_days) { return true; });
}

}  // namespace

Result<DayRange> picked_in(DayRange whole, const Pick& pick, const WorkingDays& working_days) {
  const auto found = pick.number != 0 ? find(whole, pick, working_days) : std::nullopt;
  return found ? Result<DayRange>{*found} : no_such(pick, whole);
}

}  // namespace tiendo::calendar
