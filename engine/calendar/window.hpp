#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "base/text.hpp"
#include "base/time.hpp"
#include "calendar/recurrence.hpp"

namespace tiendo::calendar {

/// How far a date is to be relied on.
enum class Certainty : std::uint8_t {
  firm,
  tentative,     // dự kiến: to be fixed first
  aspirational,  // phấn đấu
  external,      // set by another body
};

/// When something is to be done, as printed and as understood. Days are included at both ends.
struct Window {
  std::string phrase;  // as printed, in normal form C
  std::optional<Day> start;
  std::optional<Day> end;  // the last day of the window: `due`, where there is a due date
  std::optional<Day> due;  // the last day that is in time; none: never overdue
  std::optional<std::chrono::minutes> due_time;  // of the due day, only where the text prints it
  std::optional<Day> planned;                    // "dự kiến ngày A (chậm nhất ngày B)": A
  Certainty certainty = Certainty::firm;
  std::optional<Recurrence> recurrence;
  std::optional<DayRange> peak;  // cao điểm, inside the window
  bool continuous = false;       // thường xuyên
  bool resolved = false;         // false: something the phrase rests on is not known
  bool waits = false;            // not resolved because an event, an anchor or another document
                                 // has to give the day; false: the phrase itself is at fault
  Text reason;                   // why it is not resolved
  Text warning;                  // what a reader should look at although it is resolved

  friend bool operator==(const Window&, const Window&) = default;
};

}  // namespace tiendo::calendar
