#include "calendar/moment_reader.hpp"

namespace tiendo::calendar {
namespace {

using Unit = Moment::Unit;

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

bool is_in_month(const Moment& moment) {
  switch (moment.unit) {
    case Unit::day:
    case Unit::days_of_month:
    case Unit::third_of_month:
    case Unit::half_of_month:
    case Unit::week_of_month:
    case Unit::month:
      return true;
    default:
      return false;
  }
}

/// ", lúc 17h00", ", từ 8h đến 11h30" after a date.
void read_time_after(Cursor& cursor, Moment& moment) {
  const auto before = cursor.at();
  cursor.accept(",");
  const bool range = cursor.accept("từ");
  if (!range) {
    cursor.accept_any({"vào lúc", "lúc", "vào hồi", "hồi", "trước"});
  }
  const auto times = read_times_of_day(cursor, moment.part_of_day);
  if (!times || (range && !times->from)) {
    cursor.set(before);
    return;
  }
  moment.from_time = times->from;
  moment.until_time = times->until;
}

/// "08h00 - 11h00, sáng thứ Bảy, " before a date; whether any of it was there.
bool read_before_date(Cursor& cursor, Moment& moment) {
  moment.part_of_day = read_part_of_day(cursor);
  if (const auto times = read_times_of_day(cursor, moment.part_of_day)) {
    moment.from_time = times->from;
    moment.until_time = times->until;
  }
  const auto later_part = read_part_of_day(cursor);
  moment.part_of_day = later_part ? later_part : moment.part_of_day;
  const bool found = moment.part_of_day || moment.until_time;
  const auto before = cursor.at();
  cursor.accept_any({",", "của"});
  if (Cursor ahead = cursor; read_picked(ahead)) {
    return found;
  }
  if (Cursor ahead = cursor; ahead.accept("ngày") && read_weekday(ahead)) {
    cursor.skip();  // "ngày thứ Sáu (11/4)"
  }
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
  return found || moment.weekday;
}

std::optional<Moment> read_core(Cursor& cursor, Introduced introduced) {
  if (auto picked = read_picked(cursor)) {
    return picked;
  }
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

std::optional<Moment> read_moment(Cursor& cursor, Introduced introduced) {
  const auto begin = cursor.at();
  Moment around;
  const bool announced = read_before_date(cursor, around);
  const bool bracket = around.weekday && cursor.peek(-1).text == "(";
  auto moment = read_core(cursor, announced ? Introduced::yes : introduced);
  // "thứ Bảy, Chủ nhật cuối tháng 4", "thứ Hai tuần 2 và 4": which days is not said by one of them.
  const bool weekday_of_more = moment && around.weekday && (moment->pick || !is_one_day(*moment));
  if (!moment || weekday_of_more || (bracket && !cursor.accept(")"))) {
    cursor.set(begin);
    return std::nullopt;
  }
  if (around.until_time) {
    moment->from_time = around.from_time;
    moment->until_time = around.until_time;
  }
  moment->part_of_day = around.part_of_day;
  moment->weekday = around.weekday;
  if (is_in_month(*moment)) {
    read_lunar_mark(cursor, *moment);
    if (lacks_year(*moment) && !moment->years_after_issue) {
      read_year_after(cursor, *moment);  // "10/3 âm lịch năm 2025"
    }
  }
  if (moment->unit == Unit::day) {
    read_weekday_beside(cursor, *moment);
  }
  if (is_one_day(*moment) && moment->unit != Unit::fixed && !moment->until_time) {
    read_time_after(cursor, *moment);
  }
  return moment;
}

}  // namespace tiendo::calendar
