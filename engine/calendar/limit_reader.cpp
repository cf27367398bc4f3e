#include <algorithm>
#include <utility>

#include "calendar/phrase.hpp"

namespace tiendo::calendar {
namespace {

using Unit = Moment::Unit;

/// "(từ ngày 15/4)", ", kể từ ngày 15/4" after a length of time: a beginning without an end.
bool begins_openly(Cursor cursor) {
  cursor.accept("rưỡi");
  cursor.accept_any({",", "("});
  if (!cursor.accept_any({"kể từ", "tính từ", "bắt đầu từ", "từ"})) {
    return false;
  }
  const auto series = read_series(cursor, Introduced::yes);
  return series && !series->is_range;
}

/// "trước 5 ngày" is so long before something that is not said; "trước 5 tháng 4" is a date.
bool accept_before_length(Cursor& cursor) {
  Cursor after = cursor;
  if (!after.accept("trước") || read_moment(after, Introduced::yes)) {
    return false;
  }
  Cursor inside = cursor;
  inside.skip();
  const auto length = read_length(inside);
  const bool found = length && !length->in_hours;  // "trước 16h" is a time of day
  cursor.skip(found ? 1 : 0);
  return found;
}

/// "từ ngày 15 đến ngày 17/4" after "trong 3 ngày" says which days they are.
bool begins_range(Cursor cursor) {
  const auto series = cursor.accept("từ") ? read_series(cursor, Introduced::yes) : std::nullopt;
  return series && series->is_range;
}

/// "ít nhất", "không dưới" before a length of time: no end follows from it.
bool is_minimum(const Cursor& cursor) {
  const auto stands = [&](std::string_view words, std::size_t count) {
    Cursor before = cursor;
    before.set(cursor.at() >= count ? cursor.at() - count : cursor.at());
    return before.sees(words);
  };
  return stands("ít nhất", 2) || stands("tối thiểu", 2) || stands("không dưới", 2) ||
         stands("hơn", 1) || stands("trên", 1);
}

/// "17 giờ 30", "17 giờ ngày 15/4", "5 giờ chiều" are times of day, no lengths.
bool hours_are_clock(Cursor cursor) {
  return cursor.is_number() || cursor.sees_any({"rưỡi", "kém", "ngày", ", ngày", "thứ"}) ||
         read_part_of_day(cursor);
}

bool is_in_months(const LimitClause& length) {
  return length.limit.unit == LimitUnit::month || length.limit.unit == LimitUnit::year;
}

/// Whether "báo cáo", "sơ kết", "đánh giá" stands before: "9 tháng" is what is reported on.
bool follows_report(const Cursor& cursor) {
  const auto& word = cursor.peek(-1).text;
  return word == "cáo" || word == "kết" || word == "giá";
}

/// "ngày 15/4", "(15/4/2025)" after an event: its day is printed.
std::optional<Moment> read_event_date(Cursor& cursor) {
  return attempt(cursor, [](Cursor& c) -> std::optional<Moment> {
    const bool bracket = c.accept("(");
    const auto date = read_day(c, Introduced::yes);
    const bool whole = date && date->month && (!bracket || c.accept(")"));
    return whole ? date : std::nullopt;
  });
}

/// What the limit is counted from: a time, or an event.
void read_origin(Cursor& cursor, LimitClause& length) {
  cursor.accept("thời điểm");
  if (auto moment = read_moment(cursor, Introduced::yes);
      moment && moment->unit != Unit::year && !lacks_month(*moment)) {
    length.moment = moment;
    return;
  }
  length.event = read_event_text(cursor);
  length.moment = read_event_date(cursor);
}

/// Why no day follows although one is printed: `of_work`, months that may be those of the work;
/// `earliest`, a least or most that bounds the wrong side; `since`, counted from a time.
std::optional<Text> why_unclear(const LimitClause& length, bool of_work, bool earliest,
                                bool since) {
  if (earliest) {
    return Text{
        "mức ít nhất hoặc nhiều nhất này chỉ cho ngày sớm nhất, không cho hạn: hãy ghi ngày "
        "bắt đầu và hạn",
        "this least or most gives the earliest day, not when it is due: write the first "
        "day and the last"};
  }
  if (of_work && length.moment) {
    return Text{"không rõ là việc của mấy tháng, năm ấy hay tính lùi từ ngày này: hãy ghi ngày",
                "whether the months or years are those of the work or are counted back from the "
                "day is not said: write the day"};
  }
  if (since && length.moment && !is_one_day(*length.moment)) {
    return Text{"thời hạn tính từ một khoảng thời gian, không rõ từ ngày nào: hãy ghi ngày",
                "the limit is counted from more than a day, from which is not said: write it"};
  }
  return std::nullopt;
}

/// "nửa tháng", "nửa năm" (Civil Code 2015, art. 146(1)).
std::optional<LimitClause> read_half(Cursor& cursor) {
  if (cursor.accept("nửa tháng")) {
    return LimitClause{.limit = {.number = 15, .unit = LimitUnit::day}};
  }
  if (cursor.accept("nửa năm")) {
    return LimitClause{.limit = {.number = 6, .unit = LimitUnit::month}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<LimitClause> read_length(Cursor& cursor) {
  const auto begin = cursor.at();
  const auto number = read_count(cursor);
  if (number && cursor.sees("(")) {  // "05 (năm) ngày"
    Cursor inside = cursor;
    inside.skip();
    if (read_count(inside) && inside.accept(")")) {
      cursor = inside;
    }
  }
  LimitClause length;
  if (!number) {
    cursor.set(begin);
    return read_half(cursor);
  }
  length.limit.number = *number;
  if (cursor.accept_any({"ngày làm việc", "ngày công"})) {
    length.limit.unit = LimitUnit::working_day;
  } else if (cursor.accept("ngày")) {
    length.limit.unit = LimitUnit::day;
  } else if (cursor.accept("tuần")) {
    length.limit.unit = LimitUnit::week;
  } else if (cursor.accept("tháng")) {
    length.limit.unit = LimitUnit::month;
  } else if (cursor.accept("quý")) {
    length.limit = {.number = 3 * std::min(*number, limit_number_max), .unit = LimitUnit::month};
  } else if (cursor.accept("năm")) {
    length.limit.unit = LimitUnit::year;
  } else if (cursor.accept_any({"giờ", "tiếng"}) || (cursor.is_glued(0) && cursor.accept("h"))) {
    length.in_hours = true;
    cursor.accept("làm việc");
  } else {
    cursor.set(begin);
    return std::nullopt;
  }
  const bool part_of_date = cursor.is_number() || cursor.sees_any({"đầu", "cuối", "/", "một lần"});
  const bool clock = length.in_hours && hours_are_clock(cursor);
  if (clock || (part_of_date && !(cursor.is_number() && length.limit.unit == LimitUnit::day))) {
    cursor.set(begin);
    return std::nullopt;
  }
  return length;
}

bool read_limit(Cursor& cursor, Phrase& phrase) {
  const auto begin = cursor.at();
  const bool after_report = follows_report(cursor);
  const bool after_word = cursor.is_word(-1) && cursor.peek(-1).text != "khoảng";
  const bool at_most = cursor.sees_any({"không quá", "tối đa"});
  const bool at_least =
      cursor.accept_any({"sau ít nhất", "sau tối thiểu", "ít nhất", "tối thiểu"}) ||
      is_minimum(cursor);
  const bool bracketed = cursor.peek().depth > 0;
  const bool before = accept_before_length(cursor);
  bool said = cursor.accept_any({"chậm nhất là", "chậm nhất trong", "chậm nhất sau", "chậm nhất",
                                 "muộn nhất là", "muộn nhất", "không quá", "tối đa"});
  said = cursor.accept_any(
             {"trong thời hạn", "trong thời gian", "trong vòng", "trong", "thời hạn", "sau"}) ||
         said;
  cursor.accept("là");
  auto length = read_length(cursor);
  if (!length) {
    cursor.set(begin);
    return false;
  }
  length->bracketed = bracketed;
  const bool comma = cursor.accept(",");
  const bool of_report = after_report && !said && is_in_months(*length);
  const bool back = !comma && !of_report && cursor.accept_any({"trước khi", "trước"});
  const bool since =
      !back && (cursor.accept_any({"kể từ khi", "kể từ", "tính từ"}) ||
                (!comma && !begins_range(cursor) && cursor.accept_any({"từ khi", "từ"})));
  const bool forward =
      since || (!back && !comma && !begins_range(cursor) && cursor.accept_any({"sau khi", "sau"}));
  if (back || forward) {
    length->back = back;
    read_origin(cursor, *length);
    const bool of_work = back && after_word && !said && !at_least && is_in_months(*length);
    const bool earliest = (back && at_most) || (forward && at_least);
    if (auto why = why_unclear(*length, of_work, earliest, since)) {
      phrase.turned = std::move(why);
    }
  } else if (before) {
    length->back = true;
  } else if (!said && !begins_openly(cursor)) {
    cursor.set(begin);
    return false;
  }
  const bool dated = !back && !forward && cursor.is_number() && cursor.peek(-1).text == "ngày";
  if (dated) {
    cursor.set(cursor.at() - 1);  // "trong 02 ngày 15-16/4": the word belongs to both
  }
  phrase.limits.push_back(*length);
  return true;
}

}  // namespace tiendo::calendar
