#pragma once

#include <string>

#include "calendar/window.hpp"

namespace tiendo::test {

/// A window on one line, to be compared with a table: `2025-01-01 2025-03-31`, a dash where there
/// is no day, then what else is said of it; `unresolved` first where it is not resolved.
inline std::string to_text(const calendar::Window& window) {
  const auto day = [](const std::optional<Day>& value) { return value ? to_string(*value) : "-"; };
  const auto clock = [](std::chrono::minutes time) {
    const auto two = [](long long number) {
      return (number < 10 ? "0" : "") + std::to_string(number);
    };
    return two(time.count() / 60) + ":" + two(time.count() % 60);
  };
  static constexpr const char* certainties[] = {"", " tentative", " aspirational", " external"};
  static constexpr const char* frequencies[] = {"day", "week", "month", "quarter", "year"};
  std::string text = window.resolved ? "" : "unresolved ";
  text += day(window.start) + " " + day(window.due);
  text += window.due_time ? " at " + clock(*window.due_time) : "";
  text += window.planned ? " planned " + day(window.planned) : "";
  text += certainties[static_cast<std::size_t>(window.certainty)];
  text += window.continuous ? " continuous" : "";
  if (window.peak) {
    text += " peak " + to_string(window.peak->first) + " " + to_string(window.peak->last);
  }
  if (window.recurrence) {
    const auto& recurrence = *window.recurrence;
    text += std::string{" every "} + std::to_string(recurrence.interval) + " " +
            frequencies[static_cast<std::size_t>(recurrence.every)];
    text +=
        recurrence.weekday ? " weekday " + std::to_string(recurrence.weekday->iso_encoding()) : "";
    text += recurrence.month ? " month " + std::to_string(*recurrence.month) : "";
    text += recurrence.day
                ? (recurrence.before ? " before day " : " day ") + std::to_string(*recurrence.day)
                : "";
    text += recurrence.until_time ? " until " + clock(*recurrence.until_time) : "";
  }
  return text;
}

}  // namespace tiendo::test
