#include <algorithm>
#include <array>

#include "calendar/moment_reader.hpp"

namespace tiendo::calendar {
namespace {

using Unit = Moment::Unit;

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

/// "đầu", "thứ hai", "cuối cùng": a month by its place in the quarter.
std::optional<Part> read_place_in_quarter(Cursor& c) {
  if (c.accept_any({"đầu tiên", "đầu", "thứ nhất"})) {
    return Part::first;
  }
  if (c.accept("giữa")) {
    return Part::middle;
  }
  if (c.accept_any({"cuối cùng", "cuối"})) {
    return Part::last;
  }
  const auto number = c.accept("thứ") ? read_count(c) : std::nullopt;
  const bool exists = number && *number >= 1 && *number <= 3;
  return exists ? std::optional{static_cast<Part>(*number - 1)} : std::nullopt;
}

/// "tháng cuối quý I/2025" after a day: a month by its place in the quarter.
bool read_month_of_quarter(Cursor& c, Moment& moment) {
  const auto place = read_place_in_quarter(c);
  if (!place) {
    return false;
  }
  c.accept_any({"của mỗi", "của hằng", "của hàng", "mỗi", "hằng", "hàng", "của"});
  if (!c.accept("quý")) {
    return false;
  }
  moment.month_of_quarter = place;
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

/// What follows the number of a day in words: "tháng 4 năm 2025".
bool read_month_in_words(Cursor& c, Moment& moment, bool named) {
  const auto before = c.at();
  if (named) {
    c.accept(",");  // "quốc lộ 1, tháng 4" is no day
  }
  c.accept_any({"của", "trong"});
  if (c.accept_any({"các tháng", "tháng"})) {
    if (read_month_number(c, moment)) {
      moment.month_in_words = true;
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
    const bool ordinal = !named && c.peek(-1).text == "thứ";  // "kỳ họp thứ 8, tháng 4"
    return ordinal || c.peek().digits > 2 ? std::nullopt : read_count(c);
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
  if (auto day = read_new_year_day(c)) {
    return day;
  }
  if (auto day = read_feast(c, introduced)) {
    return day;
  }
  if (c.accept_any({"ngày rằm", "rằm"})) {
    moment.day = 15;
    moment.lunar = true;
    return read_month_in_words(c, moment, true) ? std::optional{moment} : std::nullopt;
  }
  const bool named = accept_day_word(c);
  const auto& day_word = c.peek(-1).text;
  moment.by_moon_word = named && (day_word == "mùng" || day_word == "mồng");
  moment.day = read_day_number(c, named);
  if (!moment.day) {
    return std::nullopt;
  }
  if (read_month_in_digits(c, moment, named, named ? Introduced::yes : introduced)) {
    return moment;
  }
  if ((named || !counted) && read_month_in_words(c, moment, named)) {
    const bool months = !named && moment.month_of_quarter;  // "2 tháng đầu quý II"
    return months ? std::nullopt : std::optional{moment};
  }
  // "ngày 15" alone; "trước ngày 5 ngày" is a count.
  const bool is_count = c.sees_any({"ngày", "tháng", "năm", "tuần", "giờ", "%"});
  return named && !is_count ? std::optional{moment} : std::nullopt;
}

}  // namespace

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

}  // namespace tiendo::calendar
