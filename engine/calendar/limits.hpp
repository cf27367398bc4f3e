#pragma once

#include "base/time.hpp"
#include "calendar/working_days.hpp"

namespace tiendo::calendar {

enum class LimitUnit { day, working_day, week, month, year };

/// A length of time that a text grants: "05 ngày làm việc".
struct Limit {
  int number = 0;
  LimitUnit unit = LimitUnit::day;

  friend bool operator==(const Limit&, const Limit&) = default;
};

/// The longest limit that is worked with; a longer one is a mistake.
inline constexpr int limit_number_max = 10'000;

/// The last day of a limit counted from an event on `event`: Civil Code 91/2015/QH13, art. 147 and
/// 148. The day of the event is not counted; weeks, months and years end on the day of the same
/// name, or on the last day of the month if it has none; a last day that is off moves to the next
/// working day. Working days skip the days off (convention: the Code does not know them).
[[nodiscard]] Day last_day_of(Day event, Limit limit, const WorkingDays& working_days);

/// The same before it is moved off a day off: why two limits may end on one day.
[[nodiscard]] Day nominal_last_day(Day event, Limit limit, const WorkingDays& working_days);

/// `limit` before `day`, counted plainly and never moved off a day off: what elections and
/// congresses count back from their date (the law fixes the day). Working days skip days off.
[[nodiscard]] Day counted_back(Day day, Limit limit, const WorkingDays& working_days);

}  // namespace tiendo::calendar
