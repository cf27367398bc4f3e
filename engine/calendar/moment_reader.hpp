#pragma once

#include <optional>
#include <vector>

#include "calendar/cursor.hpp"
#include "calendar/moment.hpp"

namespace tiendo::calendar {

/// Whether a word before it says that a time comes ("từ", "đến", "trước", "ngày"): then forms are
/// read that would be nothing by themselves, such as 2030 or 15/4.
enum class Introduced : bool { no, yes };

/// One moment. Each reader gives nothing, and leaves the cursor where it was, if there is none.
[[nodiscard]] std::optional<Moment> read_moment(Cursor& cursor, Introduced introduced);

/// "17 giờ 00", "17h", "07:30", "5 giờ chiều"; up to 24:00.
[[nodiscard]] std::optional<std::chrono::minutes> read_time_of_day(Cursor& cursor);
/// "sáng", "buổi chiều".
[[nodiscard]] std::optional<PartOfDay> read_part_of_day(Cursor& cursor);

/// One time of day, or from one to another.
struct TimesOfDay {
  std::optional<std::chrono::minutes> from = {};
  std::chrono::minutes until = {};
};

/// "8h - 11h30", "2 giờ đến 4 giờ chiều". `part` of the day holds where none is printed beside a
/// time. Nothing if the second lies before the first.
[[nodiscard]] std::optional<TimesOfDay> read_times_of_day(Cursor& cursor,
                                                          std::optional<PartOfDay> part);
/// "thứ Bảy", "thứ 7", "T7", "Chủ nhật".
[[nodiscard]] std::optional<std::chrono::weekday> read_weekday(Cursor& cursor);

/// Weekdays that belong together.
struct Weekdays {
  std::vector<std::chrono::weekday> days = {};
  bool is_range = false;  // from the first to the second; else a list
};

/// "thứ Hai, thứ Tư và thứ Sáu", "thứ 2 - thứ 6", or one alone.
[[nodiscard]] std::optional<Weekdays> read_weekdays(Cursor& cursor);

/// The parts of read_moment, one a family of words.
[[nodiscard]] std::optional<Moment> read_day(Cursor& cursor, Introduced introduced);
[[nodiscard]] std::optional<Moment> read_new_year_day(Cursor& cursor);
[[nodiscard]] std::optional<Moment> read_feast(Cursor& cursor, Introduced introduced);
[[nodiscard]] std::optional<Moment> read_part_of_month(Cursor& cursor);
[[nodiscard]] std::optional<Moment> read_month(Cursor& cursor);
[[nodiscard]] std::optional<Moment> read_quarter(Cursor& cursor);
[[nodiscard]] std::optional<Moment> read_part_of_year(Cursor& cursor);
[[nodiscard]] std::optional<Moment> read_year(Cursor& cursor, Introduced introduced);

/// "thứ Hai đầu tiên của tháng 9", "ngày làm việc cuối cùng của quý II", "tháng đầu quý III".
[[nodiscard]] std::optional<Moment> read_picked(Cursor& cursor);

/// "thượng tuần", "trung tuần", "hạ tuần", or as read_part.
[[nodiscard]] std::optional<Part> read_third(Cursor& cursor);
/// "đầu", "giữa", "cuối" before a month, quarter or year.
[[nodiscard]] std::optional<Part> read_part(Cursor& cursor);
/// "đầu" or "cuối", of a number of days or months.
[[nodiscard]] std::optional<Part> read_end(Cursor& cursor);

/// Calls a reader and sets the cursor back where it finds nothing.
template <class Reader>
std::optional<Moment> attempt(Cursor& cursor, Reader reader) {
  const auto before = cursor.at();
  auto moment = reader(cursor);
  if (!moment) {
    cursor.set(before);
  }
  return moment;
}

/// The number of a month after "tháng"; sets the moment lunar for Giêng and Chạp.
[[nodiscard]] bool read_month_number(Cursor& cursor, Moment& moment);
/// "/2025", "-2025", "năm 2025", "năm nay" after a day, month or quarter. None is no failure.
void read_year_after(Cursor& cursor, Moment& moment);

/// "âm lịch", "nhuận" after a day or month, which then is one of the lunar calendar.
void read_lunar_mark(Cursor& cursor, Moment& moment);
/// Whether the name of a lunar year comes next: "Ất Tỵ".
[[nodiscard]] bool sees_cyclic_year(const Cursor& cursor);

/// Several moments that belong together.
struct Series {
  std::vector<Moment> moments = {};
  bool is_range = false;  // from the first to the second; else a list
  bool by_dash = false;   // a range that no word joins: "2021 - 2025"
};

/// "15 - 20/4/2025", "quý II, III", "tháng 3 đến tháng 5 năm 2025", or one moment alone.
[[nodiscard]] std::optional<Series> read_series(Cursor& cursor, Introduced introduced);

}  // namespace tiendo::calendar
