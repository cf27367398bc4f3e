#include "calendar/moment_reader.hpp"

namespace tiendo::calendar {

std::optional<std::chrono::weekday> read_weekday(Cursor& cursor) {
  if (cursor.accept_any({"chủ nhật", "cn"})) {
    return std::chrono::Sunday;
  }
  const auto before = cursor.at();
  const bool short_form = cursor.sees("t") && cursor.is_number(1) && cursor.is_glued(1);
  if (short_form) {
    cursor.skip();
  } else if (!cursor.accept("thứ")) {
    return std::nullopt;
  }
  const auto number = read_count(cursor);
  const bool is_month = short_form && (cursor.sees("/") || cursor.sees("-") || cursor.sees("năm"));
  if (!number || *number < 2 || *number > 7 || is_month) {
    cursor.set(before);
    return std::nullopt;
  }
  return std::chrono::weekday{static_cast<unsigned>(*number - 1)};
}

}  // namespace tiendo::calendar
