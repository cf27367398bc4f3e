#include <array>

#include "calendar/moment_reader.hpp"

namespace tiendo::calendar {
namespace {

using Unit = Moment::Unit;

/// "tháng 4/2025" after what names a part of it.
bool read_month_of(Cursor& cursor, Moment& moment) {
  cursor.accept_any({"của", "trong"});
  return cursor.accept("tháng") && read_month_number(cursor, moment);
}

std::optional<Moment> read_third_of_month(Cursor& cursor) {
  const bool roughly = cursor.sees_any({"đầu", "giữa", "cuối"});
  if (const auto part = read_third(cursor)) {
    Moment moment{.unit = Unit::third_of_month, .part = *part, .roughly = roughly};
    if (read_month_of(cursor, moment)) {
      read_year_after(cursor, moment);
      return moment;
    }
  }
  return std::nullopt;
}

std::optional<Moment> read_half_of_month(Cursor& cursor) {
  if (!cursor.accept("nửa")) {
    return std::nullopt;
  }
  if (const auto part = read_end(cursor)) {
    Moment moment{.unit = Unit::half_of_month, .part = *part};
    if (read_month_of(cursor, moment)) {
      read_year_after(cursor, moment);
      return moment;
    }
  }
  return std::nullopt;
}

/// "10 ngày đầu tháng 4", "2 tuần cuối tháng 4", "ngày cuối cùng của tháng 4".
std::optional<Moment> read_days_of_month(Cursor& cursor) {
  const bool one = cursor.sees_any({"ngày cuối cùng", "ngày đầu tiên"});
  const auto number = one ? std::optional{1} : read_count(cursor);
  const bool weeks = number && !one && cursor.accept("tuần");
  if (!number || *number > 31 || !(weeks || cursor.accept("ngày"))) {
    return std::nullopt;
  }
  if (const auto part = read_end(cursor)) {
    const int days = weeks ? 7 * *number : *number;
    Moment moment{.unit = Unit::days_of_month, .number = days, .part = *part};
    if (read_month_of(cursor, moment)) {
      read_year_after(cursor, moment);
      return moment;
    }
  }
  return std::nullopt;
}

/// "tuần 2 tháng 4", "tuần thứ hai của tháng 4", "tuần 3-4 tháng 5", "tuần cuối tháng 6"; and
/// "tuần 15/2025", "tuần 15 năm 2025".
std::optional<Moment> read_week(Cursor& cursor) {
  if (!cursor.accept("tuần")) {
    return std::nullopt;
  }
  Moment moment{.unit = Unit::week_of_month};
  cursor.accept("lễ");
  if (cursor.accept_any({"đầu tiên", "đầu"})) {
    moment.number = 1;
  } else if (!cursor.accept_any({"cuối cùng", "cuối"})) {
    cursor.accept_any({"thứ", "lễ thứ"});
    const auto number = cursor.accept("nhất") ? std::optional{1} : read_count(cursor);
    if (!number || *number == 0) {
      return std::nullopt;
    }
    moment.number = *number;
    const auto before = cursor.at();
    const bool range = cursor.accept_any({"-", "đến"});
    if (range || cursor.accept_any({"và", ","})) {
      cursor.accept("tuần");
      cursor.accept("thứ");
      const auto last = read_count(cursor);
      if (last == *number + 1 || (range && last && *last > *number && *last <= 5)) {
        moment.last_number = *last;
      } else {
        cursor.set(before);
      }
    }
  }
  const auto before = cursor.at();
  if (read_month_of(cursor, moment)) {
    read_year_after(cursor, moment);
    return moment;
  }
  cursor.set(before);
  moment.unit = Unit::week_of_year;
  read_year_after(cursor, moment);
  return moment.year && moment.number > 0 ? std::optional{moment} : std::nullopt;
}

}  // namespace

std::optional<Part> read_third(Cursor& cursor) {
  constexpr std::array<std::pair<std::string_view, Part>, 3> thirds{
      {{"thượng tuần", Part::first}, {"trung tuần", Part::middle}, {"hạ tuần", Part::last}}};
  for (const auto& [words, part] : thirds) {
    if (cursor.accept(words)) {
      return part;
    }
  }
  return read_part(cursor);
}

std::optional<Moment> read_part_of_month(Cursor& cursor) {
  for (const auto reader :
       {read_third_of_month, read_half_of_month, read_days_of_month, read_week}) {
    if (auto moment = attempt(cursor, reader)) {
      return moment;
    }
  }
  return std::nullopt;
}

}  // namespace tiendo::calendar
