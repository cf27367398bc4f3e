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

std::optional<Weekdays> read_weekdays(Cursor& cursor) {
  const auto first = read_weekday(cursor);
  if (!first) {
    return std::nullopt;
  }
  Weekdays weekdays{.days = {*first}};
  while (!weekdays.is_range) {
    const auto before = cursor.at();
    const bool range = weekdays.days.size() == 1 && cursor.accept_any({"-", "đến", "tới"});
    const bool list = !range && cursor.accept_any({", và", ",", "và", "hoặc"});
    cursor.accept("ngày");
    const auto next = range || list ? read_weekday(cursor) : std::nullopt;
    if (!next) {
      cursor.set(before);
      break;
    }
    weekdays.days.push_back(*next);
    weekdays.is_range = range;
  }
  return weekdays;
}

}  // namespace tiendo::calendar
