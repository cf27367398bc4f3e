#include "calendar/limits.hpp"

#include <algorithm>

namespace tiendo::calendar {
namespace {

/// The same day of another month, or the last day of that month if it has none such (art. 148(3)).
Day plus_months(Day day, int months) {
  const auto month = std::chrono::year_month{day.year(), day.month()} + std::chrono::months{months};
  const Day same{month.year(), month.month(), day.day()};
  return same.ok() ? same : Day{month / std::chrono::last};
}

Day moved(Day day, int number, LimitUnit unit, const WorkingDays& working_days) {
  switch (unit) {
    case LimitUnit::day:
      return plus_days(day, number);
    case LimitUnit::working_day:
      return working_days.add(day, number);
    case LimitUnit::week:
      return plus_days(day, 7 * number);
    case LimitUnit::month:
      return plus_months(day, number);
    case LimitUnit::year:
      return plus_months(day, 12 * number);
  }
  return day;
}

int bounded(int number) {
  return std::clamp(number, 0, limit_number_max);
}

}  // namespace

Day last_day_of(Day event, Limit limit, const WorkingDays& working_days) {
  return working_days.next_on_or_after(nominal_last_day(event, limit, working_days));
}

Day nominal_last_day(Day event, Limit limit, const WorkingDays& working_days) {
  return moved(event, bounded(limit.number), limit.unit, working_days);
}

Day counted_back(Day day, Limit limit, const WorkingDays& working_days) {
  return moved(day, -bounded(limit.number), limit.unit, working_days);
}

}  // namespace tiendo::calendar
