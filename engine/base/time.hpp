#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace tiendo {

/// An instant, UTC. Nothing in the engine reads a clock: instants come in as arguments.
using Timestamp = std::chrono::sys_time<std::chrono::microseconds>;

/// A calendar day in Vietnam.
using Day = std::chrono::year_month_day;

/// The one zone of the engine: UTC+7 all year, since 1975.
inline constexpr std::chrono::hours vietnam_offset{7};

/// The Vietnamese day in which `instant` lies.
[[nodiscard]] constexpr Day local_day(Timestamp instant) noexcept {
  return Day{std::chrono::floor<std::chrono::days>(instant + vietnam_offset)};
}

/// `time_of_day` after the midnight with which `day` begins in Vietnam.
[[nodiscard]] constexpr Timestamp instant_of(
    Day day, std::chrono::microseconds time_of_day = std::chrono::microseconds{0}) noexcept {
  return Timestamp{std::chrono::sys_days{day}} - vietnam_offset + time_of_day;
}

/// The midnight with which `day` ends (Civil Code 2015, art. 148(6)).
[[nodiscard]] constexpr Timestamp end_of(Day day) noexcept {
  return instant_of(day, std::chrono::hours{24});
}

[[nodiscard]] constexpr Day plus_days(Day day, int days) noexcept {
  return Day{std::chrono::sys_days{day} + std::chrono::days{days}};
}

/// Both ends included.
struct DayRange {
  Day first;
  Day last;

  friend bool operator==(const DayRange&, const DayRange&) = default;
};

/// `2025-04-20`.
[[nodiscard]] std::string to_string(Day day);
/// `20/04/2025`, as offices write.
[[nodiscard]] std::string to_vietnamese(Day day);
/// RFC 3339 with the offset of Vietnam: `2025-04-20T07:30:00+07:00`; fractions only where there
/// are.
[[nodiscard]] std::string to_string(Timestamp instant);

/// Exactly `YYYY-MM-DD`, a day that exists.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);
/// RFC 3339 with `Z` or an offset; a bare day is its midnight in Vietnam.
[[nodiscard]] std::optional<Timestamp> parse_timestamp(std::string_view text);

}  // namespace tiendo
