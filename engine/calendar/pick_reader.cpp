#include "calendar/moment_reader.hpp"

namespace tiendo::calendar {
namespace {

using Unit = Moment::Unit;
using What = Pick::What;

/// "2 tháng đầu quý II" are two months: what is picked is never counted.
bool is_counted(const Cursor& cursor) {
  if (cursor.at() == 0) {
    return false;
  }
  Cursor before = cursor;
  before.set(cursor.at() - 1);
  return read_count(before).has_value();
}

std::optional<Pick> read_what(Cursor& cursor) {
  if (const auto weekday = read_weekday(cursor)) {
    return Pick{.what = What::weekday, .weekday = weekday};
  }
  if (cursor.accept("ngày làm việc")) {
    return Pick{.what = What::working_day};
  }
  if (cursor.accept("ngày")) {
    return Pick{.what = What::day};
  }
  if (cursor.accept("tháng")) {
    return Pick{.what = What::month};
  }
  return cursor.accept("quý") ? std::optional{Pick{.what = What::quarter}} : std::nullopt;
}

/// Which of them: "đầu tiên", "thứ hai", "cuối cùng". The short words "đầu" and "cuối" are returned
/// in `brief`: beside a longer time they often mean some part of it.
std::optional<int> read_place(Cursor& cursor, bool& brief) {
  if (cursor.accept("đầu tiên")) {
    return 1;
  }
  if (cursor.accept("cuối cùng")) {
    return -1;
  }
  if (cursor.accept("thứ")) {
    const auto number = read_count(cursor);
    return number && *number > 0 ? number : std::nullopt;
  }
  brief = true;
  if (cursor.accept("đầu")) {
    return 1;
  }
  if (cursor.accept("giữa")) {
    return 2;
  }
  return cursor.accept("cuối") ? std::optional{-1} : std::nullopt;
}

std::optional<Moment> read_whole(Cursor& cursor, What what) {
  const bool of_days = what == What::day || what == What::working_day || what == What::weekday;
  if (of_days) {
    for (const auto reader : {read_part_of_month, read_part_of_year, read_month}) {
      if (auto moment = reader(cursor)) {
        return moment;
      }
    }
  }
  if (what != What::quarter) {
    if (auto moment = read_quarter(cursor)) {
      return moment;
    }
  }
  return read_year(cursor, Introduced::yes);
}

bool is_week(const Moment& moment) {
  return (moment.unit == Unit::week_of_month && moment.last_number == 0) ||
         moment.unit == Unit::week_of_year;
}

/// Whether the words name one day, month or quarter and nothing vaguer.
bool is_exact(const Pick& pick, const Moment& whole, int place, bool brief) {
  const bool middle = brief && place == 2;
  switch (pick.what) {
    case What::weekday:
      return !middle;
    case What::month:
      return whole.unit == Unit::quarter || (whole.unit == Unit::year && !brief);
    case What::quarter:
      return whole.unit == Unit::year && !middle;
    default:
      return !brief;
  }
}

}  // namespace

std::optional<Moment> read_picked(Cursor& cursor) {
  if (is_counted(cursor)) {
    return std::nullopt;
  }
  return attempt(cursor, [](Cursor& c) -> std::optional<Moment> {
    auto pick = read_what(c);
    if (!pick) {
      return std::nullopt;
    }
    bool brief = false;
    const auto after_what = c.at();
    const auto place = read_place(c, brief);
    // "ngày thứ bảy" is a Saturday.
    const bool numbered = c.peek(-1).text != "tiên" && c.peek(-1).text != "cùng" && !brief;
    if (!place) {
      c.set(after_what);
    }
    c.accept_any({"của", "trong"});
    auto moment = read_whole(c, pick->what);
    if (!moment || moment->lunar) {
      return std::nullopt;
    }
    // A week has one Friday: "thứ Sáu tuần cuối tháng 6".
    const bool only_one = pick->what == What::weekday && is_week(*moment);
    const bool exact =
        place ? is_exact(*pick, *moment, *place, brief) && !(numbered && pick->what == What::day)
              : only_one;
    if (!exact || (place && only_one)) {
      return std::nullopt;
    }
    pick->number = place.value_or(1);
    moment->pick = pick;
    return moment;
  });
}

}  // namespace tiendo::calendar
