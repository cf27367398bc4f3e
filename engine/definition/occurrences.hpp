#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "calendar/window.hpp"
#include "model/plan.hpp"

namespace tiendo::definition {

/// Whether a task of this window comes again, each time as a task of its own. What is done every
/// day, or at any time ("thường xuyên"), is one standing task.
[[nodiscard]] bool comes_again(const calendar::Window& window);

/// One time of a task that comes again.
struct TimeOfTask {
  std::string suffix;  // of the id: "-2025-01", "-2025-w03", "-2025-q1", "-2025"
  std::string title;   // of the period that it is for: "tháng 01/2025"
  DayRange days{};     // that period
  calendar::Window window;
};

/// The longest series: a year of weeks seven times over, and some.
inline constexpr std::size_t times_max = 400;

/// The times that fall due in `days`, or in the part of them that `window` prints, in order; not
/// more than one beyond `times_max`. A window begins with its period, not before `days`.
[[nodiscard]] std::vector<TimeOfTask> times_of(const calendar::Window& window, DayRange days);

}  // namespace tiendo::definition
