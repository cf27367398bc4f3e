#include "calendar/recurrence.hpp"

#include <algorithm>

namespace tiendo::calendar {
namespace {

using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year_month;

/// The `day` of a month, or its last one if it has none such; before the first with `before`.
Day day_in(year_month month, const std::optional<int>& day, bool before) {
  const Day last{month / std::chrono::last};
  if (!day) {
    return last;
  }
  const int number = std::clamp(*day, 1, static_cast<int>(static_cast<unsigned>(last.day())));
  const Day named{month.year(), month.month(), std::chrono::day{static_cast<unsigned>(number)}};
  return before ? plus_days(named, -1) : named;
}

Day next_week(const Recurrence& recurrence, Day from) {
  const auto on = recurrence.weekday.value_or(std::chrono::Friday);
  constexpr sys_days monday = Day{std::chrono::year{1970} / 1 / 5};
  auto due = sys_days{from} + (on - weekday{sys_days{from}});
  const auto weeks = std::chrono::floor<std::chrono::weeks>(due - monday).count();
  const int interval = std::max(recurrence.interval, 1);
  const auto behind = weeks % interval;
  if (behind != 0) {
    const auto ahead = behind > 0 ? interval - behind : -behind;
    due += std::chrono::weeks{ahead};
  }
  return Day{due};
}

/// How many months one period has.
int months_of(const Recurrence& recurrence) {
  const int interval = std::max(recurrence.interval, 1);
  switch (recurrence.every) {
    case Frequency::quarterly:
      return 3 * interval;
    case Frequency::yearly:
      return 12 * interval;
    default:
      return interval;
  }
}

}  // namespace

Day Recurrence::next(Day from) const {
  if (every == Frequency::daily) {
    return from;
  }
  if (every == Frequency::weekly) {
    return next_week(*this, from);
  }
  const int length = months_of(*this);
  const int in_period = std::clamp(month.value_or(length), 1, length) - 1;
  const int now = static_cast<int>(from.year()) * 12 + static_cast<int>(unsigned{from.month()}) - 1;
  // Two periods back is early enough: an occurrence lies at most a day outside its period.
  for (int first = (now / length - 1) * length;; first += length) {
    const year_month at =
        year_month{std::chrono::year{0}, std::chrono::January} + months{first + in_period};
    const Day due = day_in(at, day, before);
    if (due >= from) {
      return due;
    }
  }
}

}  // namespace tiendo::calendar
