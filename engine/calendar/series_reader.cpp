#include <algorithm>

#include "calendar/moment_reader.hpp"

namespace tiendo::calendar {
namespace {

using Unit = Moment::Unit;

/// Whether a bare number may end here without being the count of something ("tháng 4, 5 lớp").
bool number_may_end(const Cursor& cursor) {
  return !cursor.is_word() || cursor.sees_any({"năm", "và", "đến", "tới", "của", "hằng", "hàng"});
}

/// The next item of a list or the end of a range where only its number is printed: 5 after
/// "tháng 4,".
std::optional<Moment> read_bare_item(Cursor& cursor, const Moment& before) {
  Moment moment{.unit = before.unit, .pick = before.pick};
  std::optional<int> number;
  if (before.unit == Unit::quarter) {
    number = read_roman(cursor);
  }
  const int digits = before.unit == Unit::year ? 4 : 2;
  if (!number && cursor.is_number() && cursor.peek().digits <= digits) {
    number = read_count(cursor);
  }
  if (!number && before.unit == Unit::month) {
    number = read_count(cursor);
  }
  if (!number) {
    return std::nullopt;
  }
  switch (before.unit) {
    case Unit::quarter:
      moment.number = *number;
      break;
    case Unit::month:
      moment.month = number;
      break;
    case Unit::day:
      moment.day = number;
      return number_may_end(cursor) ? std::optional{moment} : std::nullopt;
    case Unit::year:
      moment.year = number;
      return *number >= 1900 && *number < 2200 ? std::optional{moment} : std::nullopt;
    default:
      return std::nullopt;
  }
  read_year_after(cursor, moment);
  return moment.year || number_may_end(cursor) ? std::optional{moment} : std::nullopt;
}

/// "8h ngày 15/4/2025 đến 17h": the end is a time of the same day.
bool read_end_of_day(Cursor& cursor, Moment& day) {
  const auto begin = cursor.at();
  const bool timed = day.unit == Unit::day && day.until_time && !day.from_time;
  const auto end = timed ? read_times_of_day(cursor, day.part_of_day) : std::nullopt;
  if (!end || end->from || end->until <= *day.until_time || read_moment(cursor, Introduced::yes)) {
    cursor.set(begin);
    return false;
  }
  day.from_time = day.until_time;
  day.until_time = end->until;
  return true;
}

/// "ngày 10 tháng 3, 6, 9": months, each with the day of the one before.
std::optional<Moment> read_month_of_same_day(Cursor& cursor, const Moment& before) {
  if (!before.month_in_words || before.unit != Unit::day) {
    return std::nullopt;
  }
  auto month = read_month(cursor);
  if (!month) {
    month = read_bare_item(cursor, Moment{.unit = Unit::month});
  }
  if (!month || !number_may_end(cursor)) {
    return std::nullopt;
  }
  Moment day = before;
  day.month = month->month;
  day.year = month->year;
  return day;
}

/// An item after a connector: a whole moment, or a number of the same unit.
std::optional<Moment> read_item(Cursor& cursor, const Moment& before, bool same_unit) {
  const auto begin = cursor.at();
  const bool open = !before.year && !(before.unit == Unit::day && before.month);
  const bool own_year = before.unit == Unit::quarter;  // "quý I/2025, II/2025"
  if (auto moment = read_moment(cursor, Introduced::yes)) {
    // "15/4/2025-2026" is no range: which of the two years holds is not said.
    const bool hyphen = begin > 0 && cursor.peek(-2).text == "-" && !cursor.peek(-1).spaced;
    const bool bare_year = moment->unit == Unit::year && cursor.peek(-2).text != "năm" &&
                           before.unit != Unit::year && (same_unit || hyphen);
    if (same_unit && moment->unit == before.unit && !moment->pick) {
      moment->pick = before.pick;  // "thứ Sáu đầu tiên của tháng 6 và tháng 9"
    }
    if (!bare_year && (!same_unit || moment->unit == before.unit)) {
      return moment;
    }
  }
  cursor.set(begin);
  if (same_unit) {
    if (auto day = read_month_of_same_day(cursor, before)) {
      return day;
    }
    cursor.set(begin);
  }
  if (open || own_year || before.unit == Unit::year) {
    auto moment = read_bare_item(cursor, before);
    if (moment && (open || moment->year)) {
      return moment;
    }
  }
  cursor.set(begin);
  return std::nullopt;
}

bool accept_range(Cursor& cursor) {
  const auto before = cursor.at();
  cursor.accept(",");
  if (cursor.accept_any({"cho đến hết", "cho đến", "cho tới", "đến hết", "tới hết", "đến cuối ngày",
                         "đến", "tới"})) {
    return true;
  }
  cursor.set(before);
  if (cursor.sees("/") && is_year(cursor.peek(1)) && cursor.peek(2).text == "-") {
    return cursor.accept("/");  // 2025-04-11/2025-04-20 (ISO 8601)
  }
  return cursor.accept_any({"- >", "-", "→", ". .", "~"});
}

bool accept_list(Cursor& cursor) {
  return cursor.accept_any({", và", ",", "và", "hoặc", "&", "+"});
}

/// Makes months of numbers that were taken for days, before a month in digits: "5 đến 8/2025".
bool make_months(Series& series) {
  const auto fits = [&](Moment& moment) {
    const bool month = moment.unit == Unit::month || (moment.day >= 1 && moment.day <= 12);
    if (moment.unit == Unit::day) {
      moment = {.unit = Unit::month, .month = moment.day};
    }
    return month;
  };
  return series.moments.size() > 1 && std::ranges::all_of(series.moments, fits);
}

/// "15, 16 và 17/4/2025", "15 - 20/4/2025" after "từ": days whose word "ngày" is not printed. Only
/// where a later one has a month. "5 - 8/2025" are months.
std::optional<Series> read_bare_items(Cursor& cursor) {
  Series series;
  while (cursor.is_number() && cursor.peek().digits <= 2 && series.moments.size() < 31) {
    if (auto last = read_moment(cursor, Introduced::yes)) {
      series.moments.push_back(*last);
      if (last->unit == Unit::month && !last->pick) {
        return make_months(series) ? std::optional{series} : std::nullopt;
      }
      const bool fits = last->unit == Unit::day && !lacks_month(*last) && series.moments.size() > 1;
      return fits ? std::optional{series} : std::nullopt;
    }
    Moment moment{.unit = Unit::day};
    moment.day = cursor.peek().value;
    cursor.skip();
    series.moments.push_back(moment);
    if (series.moments.size() == 1 && accept_range(cursor)) {
      series.is_range = true;
      series.by_dash = cursor.peek(-1).kind == Token::Kind::mark;
    } else if (series.is_range || !accept_list(cursor)) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

/// "đầu đến giữa tháng 4", "thượng tuần - trung tuần tháng 4": the month is that of the end.
std::optional<Series> read_thirds(Cursor& cursor) {
  const auto part = read_third(cursor);
  cursor.accept("tháng");
  if (!part || !accept_range(cursor)) {
    return std::nullopt;
  }
  const auto last = read_part_of_month(cursor);
  if (!last || last->unit != Unit::third_of_month) {
    return std::nullopt;
  }
  Moment first = *last;
  first.part = *part;
  return Series{.moments = {first, *last}, .is_range = true};
}

/// "năm 2019 và giai đoạn 2016-2020": the last of them is no item of the list.
bool begins_range(Cursor cursor, const Moment& item) {
  return accept_range(cursor) && read_item(cursor, item, false);
}

}  // namespace

std::optional<Series> read_series(Cursor& cursor, Introduced introduced) {
  const auto begin = cursor.at();
  if (introduced == Introduced::yes) {
    if (auto days = read_bare_items(cursor)) {
      return days;
    }
    cursor.set(begin);
  }
  if (auto thirds = read_thirds(cursor)) {
    return thirds;
  }
  cursor.set(begin);
  auto first = read_moment(cursor, introduced);
  if (!first) {
    auto items = read_bare_items(cursor);
    if (items && (items->is_range || items->moments.back().unit == Unit::day)) {
      return items;  // "số 1, 2/2025" is no list of months
    }
    cursor.set(begin);
    return std::nullopt;
  }
  Series series{.moments = {*first}};
  constexpr std::size_t items_max = 50;
  while (series.moments.size() < items_max) {
    const auto before = cursor.at();
    if (series.moments.size() == 1 && accept_range(cursor)) {
      const bool dash = cursor.peek(-1).kind == Token::Kind::mark;
      if (read_end_of_day(cursor, series.moments.front())) {
        return series;
      }
      if (auto last = read_item(cursor, *first, false)) {
        series.moments.push_back(*last);
        series.is_range = true;
        series.by_dash = dash;
        return series;
      }
      cursor.set(before);
    }
    const bool beside = series.moments.back().unit == Unit::third_of_month &&
                        cursor.sees_any({"đầu", "giữa", "cuối"});  // "cuối tháng 4 đầu tháng 5"
    if (beside || accept_list(cursor)) {
      auto next = read_item(cursor, series.moments.back(), true);
      if (next && !begins_range(cursor, *next)) {
        series.moments.push_back(*next);
        continue;
      }
    }
    cursor.set(before);
    break;
  }
  return series;
}

}  // namespace tiendo::calendar
