#include <algorithm>
#include <array>

#include "calendar/moment_reader.hpp"

namespace tiendo::calendar {
namespace {

using Unit = Moment::Unit;
using std::chrono::minutes;

constexpr int minutes_a_day = 24 * 60;

/// Year, month and day in the order of ISO 8601, by hyphens or slashes; a time after T.
std::optional<Moment> read_iso_day(Cursor& c) {
  const auto divides = [&](std::ptrdiff_t at) {
    return (c.peek(at).text == "-" || c.peek(at).text == "/") && c.is_glued(at);
  };
  const auto is_part = [&](std::ptrdiff_t at) {
    return c.is_number(at) && c.is_glued(at) && c.peek(at).digits <= 2;
  };
  if (!is_year(c.peek()) || !divides(1) || !is_part(2) || !divides(3) || !is_part(4)) {
    return std::nullopt;
  }
  Moment moment{.month = c.peek(2).value, .day = c.peek(4).value, .year = c.peek().value};
  c.skip(5);
  const bool has_time = c.sees("t") && c.is_glued(0) && c.is_number(1) && c.is_glued(1);
  if (has_time) {
    c.skip();
    moment.until_time = read_time_of_day(c);
  }
  return moment;
}

/// Whether a bare 15/4 may be a date here: nothing comes that would make it a ratio ("6/5 HTX").
bool date_may_end(const Cursor& c) {
  return !c.is_word() || c.sees_any({"năm", "đến", "tới", "và", "hoặc", "âm", "lúc", "hằng", "hàng",
                                     "mỗi", "dương", "al", "trở", "theo", "tại", "để", "trước"});
}

/// "tháng cuối quý I/2025" after a day: a month by its place in the quarter.
bool read_month_of_quarter(Cursor& c, Moment& moment) {
  constexpr std::array<std::string_view, 3> places{"đầu", "giữa", "cuối"};
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (c.accept(places[i])) {
      c.accept_any({"của mỗi", "của hằng", "của hàng", "mỗi", "hằng", "hàng", "của"});
      if (!c.accept("quý")) {
        return false;
      }
      moment.month_of_quarter = static_cast<Part>(i);
      if (const auto quarter = read_roman(c)) {
        moment.number = *quarter;
        read_year_after(c, moment);
      } else if (c.is_number() && c.peek().digits == 1) {
        moment.number = c.peek().value;
        c.skip();
        read_year_after(c, moment);
      }
      return true;
    }
  }
  return false;
}

/// What follows the number of a day in words: "tháng 4 năm 2025".
bool read_month_in_words(Cursor& c, Moment& moment) {
  const auto before = c.at();
  c.accept(",");
  c.accept("của");
  if (c.accept("tháng")) {
    if (read_month_number(c, moment)) {
      read_year_after(c, moment);
      return true;
    }
    if (read_month_of_quarter(c, moment)) {
      return true;
    }
    if (c.accept_any({"sau", "tiếp theo", "kế tiếp", "liền kề"})) {
      return true;
    }
  }
  c.set(before);
  return false;
}

/// 15/4, 15/4/2025, 15-4-2025, 15.4.2025 after the number of the day.
bool read_month_in_digits(Cursor& c, Moment& moment, bool named, Introduced introduced) {
  const auto before = c.at();
  const Moment untouched = moment;
  const bool after_word = c.is_word(-2);  // "HTX 19/5": a name
  const std::string divider = c.peek().text;
  const bool is_divider = divider == "/" || divider == "-" || divider == ".";
  if (!is_divider || !c.is_number(1) || c.peek(1).digits > 2) {
    return false;
  }
  const bool glued = c.is_glued(0) && c.is_glued(1);
  const bool has_year = c.peek(2).text == divider && is_four_digits(c.peek(3)) &&
                        (divider == "/" || (c.is_glued(2) && c.is_glued(3)));
  moment.month = c.peek(1).value;
  if (has_year && (glued || divider == "/")) {
    moment.year = c.peek(3).value;
    c.skip(4);
    return true;
  }
  const bool plausible =
      *moment.day >= 1 && *moment.day <= 31 && *moment.month >= 1 && *moment.month <= 12;
  c.skip(2);
  if (divider == "/") {
    read_year_after(c, moment);
    const bool short_year_only = moment.short_year && !plausible;
    const bool stands =
        plausible && (introduced == Introduced::yes || (!after_word && date_may_end(c)));
    if (!short_year_only && (moment.year || named || stands)) {
      return true;
    }
  }
  // "ngày 5-12" is a date; "ngày 15-20/4" and "ngày 5-12 tháng 4" are ranges of days.
  const bool range = c.peek().text == "/" || c.peek().text == "-" || c.peek().text == "." ||
                     c.sees_any({"tháng", "hằng", "hàng", "mỗi"});
  const bool sure = divider == "-" ? introduced == Introduced::yes : divider == "." && named;
  if (sure && glued && plausible && !range) {
    return true;
  }
  c.set(before);
  moment = untouched;
  return false;
}

bool accept_day_word(Cursor& c) {
  return c.accept_any({"các ngày", "ngày mùng", "ngày mồng", "mùng", "mồng", "ngày"});
}

/// The number of a day, in digits or, before "tháng", in words.
std::optional<int> read_day_number(Cursor& c, bool named) {
  if (c.is_number()) {
    if (c.peek().digits > 2) {
      return std::nullopt;
    }
    return read_count(c);
  }
  if (!named) {
    return std::nullopt;
  }
  const auto number = read_count(c);
  return number && c.sees_any({"tháng", "hằng", "hàng", "mỗi"}) ? number : std::nullopt;
}

std::optional<Moment> read_vietnamese_day(Cursor& c, Introduced introduced) {
  const bool counted = c.peek(-1).text == "trong";  // "trong 3 tháng": a length of time
  Moment moment{.unit = Unit::day};
  if (const auto known = c.peek().day) {
    c.skip();
    return Moment{.unit = Unit::fixed, .fixed = known};
  }
  if (c.accept_any({"ngày rằm", "rằm"})) {
    moment.day = 15;
    moment.lunar = true;
    return read_month_in_words(c, moment) ? std::optional{moment} : std::nullopt;
  }
  const bool named = accept_day_word(c);
  moment.day = read_day_number(c, named);
  if (!moment.day) {
    return std::nullopt;
  }
  if (read_month_in_digits(c, moment, named, named ? Introduced::yes : introduced)) {
    return moment;
  }
  if ((named || !counted) && read_month_in_words(c, moment)) {
    return moment;
  }
  // "ngày 15" alone; "trước ngày 5 ngày" is a count.
  const bool is_count = c.sees_any({"ngày", "tháng", "năm", "tuần", "giờ", "%"});
  return named && !is_count ? std::optional{moment} : std::nullopt;
}

/// A weekday beside a date, in brackets or between commas.
void read_weekday_beside(Cursor& cursor, Moment& moment) {
  const auto before = cursor.at();
  const bool bracket = cursor.accept("(");
  if (!bracket) {
    cursor.accept(",");
  }
  const auto weekday = read_weekday(cursor);
  const bool recurring = cursor.sees_any({"hằng", "hàng", "mỗi"});
  if (!weekday || recurring || (bracket && !cursor.accept(")"))) {
    cursor.set(before);
    return;
  }
  moment.weekday = weekday;
}

void read_lunar_mark(Cursor& cursor, Moment& moment) {
  if (cursor.accept_any({"âm lịch", "( âm lịch )", "al", "( al )"})) {
    moment.lunar = true;
  } else {
    cursor.accept_any({"dương lịch", "( dương lịch )"});
  }
}

bool skip_part_of_day(Cursor& cursor) {
  cursor.accept("buổi");
  return cursor.accept_any({"sáng", "trưa", "chiều", "tối", "đêm"});
}

/// ", lúc 17h00" after a date.
void read_time_after(Cursor& cursor, Moment& moment) {
  const auto before = cursor.at();
  cursor.accept(",");
  cursor.accept_any({"vào lúc", "lúc", "vào hồi", "hồi", "trước"});
  if (const auto time = read_time_of_day(cursor)) {
    moment.until_time = time;
    return;
  }
  cursor.set(before);
}

/// "08h00 - 11h00, sáng thứ Bảy, " before a date; whether any of it was there.
bool read_before_date(Cursor& cursor, Moment& moment) {
  bool found = skip_part_of_day(cursor);
  if (const auto time = read_time_of_day(cursor)) {
    moment.until_time = time;
    const auto before = cursor.at();
    if (cursor.accept_any({"-", "đến"})) {
      if (const auto until = read_time_of_day(cursor)) {
        moment.from_time = time;
        moment.until_time = until;
      } else {
        cursor.set(before);
      }
    }
  }
  found = skip_part_of_day(cursor) || found;
  const auto before = cursor.at();
  cursor.accept_any({",", "của"});
  if (const auto weekday = read_weekday(cursor)) {
    moment.weekday = weekday;
    const bool bracket = cursor.sees("( ngày");
    cursor.accept_any({",", "("});
    if (bracket) {
      return true;
    }
  } else if (!cursor.sees_any({"ngày", "mùng"}) && !cursor.is_number()) {
    cursor.set(before);
  }
  return found || moment.until_time || moment.weekday;
}

std::optional<Moment> read_core(Cursor& cursor, Introduced introduced) {
  if (auto day = read_day(cursor, introduced)) {
    return day;
  }
  if (cursor.peek().text == "ngày" && cursor.peek(1).text == "tháng") {
    cursor.skip();  // "ngày Tháng 11/2025": the day was left blank
  }
  for (const auto reader : {read_part_of_month, read_part_of_year, read_quarter, read_month}) {
    if (auto moment = reader(cursor)) {
      return moment;
    }
  }
  return read_year(cursor, introduced);
}

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

std::optional<Moment> read_day(Cursor& cursor, Introduced introduced) {
  const auto before = cursor.at();
  if (auto day = read_iso_day(cursor)) {
    return day;
  }
  auto day = read_vietnamese_day(cursor, introduced);
  if (!day) {
    cursor.set(before);
  }
  return day;
}

std::optional<Moment> read_moment(Cursor& cursor, Introduced introduced) {
  const auto begin = cursor.at();
  Moment around;
  const bool announced = read_before_date(cursor, around);
  const bool bracket = around.weekday && cursor.peek(-1).text == "(";
  auto moment = read_core(cursor, announced ? Introduced::yes : introduced);
  if (!moment || (bracket && !cursor.accept(")"))) {
    cursor.set(begin);
    return std::nullopt;
  }
  moment->from_time = around.from_time;
  if (around.until_time) {
    moment->until_time = around.until_time;
  }
  moment->weekday = around.weekday;
  if (moment->unit == Unit::day || moment->unit == Unit::month) {
    read_lunar_mark(cursor, *moment);
  }
  if (moment->unit == Unit::day) {
    read_weekday_beside(cursor, *moment);
    if (!moment->until_time) {
      read_time_after(cursor, *moment);
    }
  }
  return moment;
}

}  // namespace tiendo::calendar
