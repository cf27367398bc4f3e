#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace tiendo::chart {

/// So many working days. Only the host knows the calendar: SEMANTICS.md section 6.
struct WorkingDays {
  int count = 0;

  friend bool operator==(const WorkingDays&, const WorkingDays&) = default;
};

/// How long a send waits: a length of time, or working days. Never negative.
using Delay = std::variant<std::chrono::microseconds, WorkingDays>;

/// The longest delay that is accepted: a hundred years.
inline constexpr std::chrono::microseconds longest_delay = std::chrono::hours{24 * 36525};

/// `10ms`, `0.5s`, `90m`, `2h`, `3d`, `5wd` (working days, whole ones). Nothing if `text` is not
/// such a delay, longer than `longest_delay`, or no whole number of microseconds.
[[nodiscard]] std::optional<Delay> parse_delay(std::string_view text);

/// As `parse_delay` reads it, in the largest unit that gives a whole number.
[[nodiscard]] std::string to_string(const Delay& delay);

}  // namespace tiendo::chart
