#pragma once

#include <chrono>
#include <optional>

#include "base/time.hpp"

namespace tiendo::calendar {

enum class Frequency { daily, weekly, monthly, quarterly, yearly };

/// What comes back: "trước ngày 20 hằng tháng", "sáng thứ Bảy hàng tuần". Each occurrence has a
/// day on which it is due at the latest; days that are named are not moved off a day off.
struct Recurrence {
  Frequency every = Frequency::monthly;
  int interval = 1;  // every so many: "6 tháng một lần" is monthly, 6
  std::optional<std::chrono::weekday> weekday;  // weekly; none: Friday, the last working day
  std::optional<int> month;  // of the year (1-12) or the quarter (1-3); none: the last one
  std::optional<int> day;    // of the month, as printed; none: its last day
  bool before = false;       // printed "trước": the occurrence is due on the day before
  std::optional<std::chrono::minutes> from_time;   // of the day, where printed
  std::optional<std::chrono::minutes> until_time;  // of the day, where printed

  /// The first day on or after `from` on which an occurrence is due. Periods of an interval are
  /// counted from January (months, quarters), year 0 and the week of 1970-01-05.
  [[nodiscard]] Day next(Day from) const;

  friend bool operator==(const Recurrence&, const Recurrence&) = default;
};

}  // namespace tiendo::calendar
