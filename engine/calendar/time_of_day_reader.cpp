#include "calendar/moment_reader.hpp"

namespace tiendo::calendar {
namespace {

using std::chrono::minutes;

constexpr int minutes_a_day = 24 * 60;

}  // namespace

std::optional<minutes> read_time_of_day(Cursor& cursor) {
  const auto before = cursor.at();
  if (!cursor.is_number() || cursor.peek().digits > 2) {
    return std::nullopt;
  }
  const int hour = cursor.peek().value;
  int minute = 0;
  cursor.skip();
  if (cursor.sees(":") && cursor.is_glued(0) && cursor.is_number(1) && cursor.peek(1).digits == 2) {
    minute = cursor.peek(1).value;
    cursor.skip(2);
    const bool seconds = cursor.sees(":") && cursor.is_number(1);
    cursor.skip(seconds ? 2 : 0);
  } else if (cursor.accept("giờ") || (cursor.is_glued(0) && cursor.accept_any({"h", "g"}))) {
    const bool date_follows =
        !cursor.is_glued(0) && (cursor.peek(1).text == "/" || cursor.peek(1).text == "-");
    const bool has_minutes = cursor.is_number() && cursor.peek().digits == 2 && !date_follows;
    if (has_minutes) {
      minute = cursor.peek().value;
      cursor.skip();
      cursor.accept_any({"phút", "p", "'"});
    }
  } else {
    cursor.set(before);
    return std::nullopt;
  }
  const int total = hour * 60 + minute;
  if (minute > 59 || total > minutes_a_day || cursor.sees_any({"làm việc", "kể từ"})) {
    cursor.set(before);
    return std::nullopt;
  }
  return minutes{total};
}

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
