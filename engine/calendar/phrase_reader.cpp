#include <algorithm>
#include <utility>

#include "calendar/phrase.hpp"

namespace tiendo::calendar {
namespace {

using Unit = Moment::Unit;

/// How many words may stand between "dự kiến" or "cao điểm" and the time that it belongs to.
constexpr std::ptrdiff_t words_between_max = 6;

/// A connecting word: which role it gives the times after it.
std::optional<Role> read_role(Cursor& cursor) {
  if (cursor.accept_any({"chậm nhất", "muộn nhất", "trễ nhất", "không muộn hơn", "không chậm hơn",
                         "không trễ hơn", "không quá", "hạn cuối cùng", "hạn cuối", "hạn chót",
                         "thời hạn hoàn thành", "thời hạn cuối", "hạn hoàn thành"})) {
    return Role::latest;
  }
  if (cursor.sees("trước") && !cursor.sees_any({"trước khi", "trước đây", "trước mắt", "trước đó",
                                                "trước hết", "trước tiên"})) {
    cursor.skip();
    return Role::before;
  }
  if (cursor.accept_any({"cho đến hết", "cho đến", "cho tới", "đến hết", "tới hết", "đến trước",
                         "đến", "tới", "kết thúc", "hết"})) {
    return cursor.peek(-1).text == "trước" ? Role::before : Role::through;
  }
  if (cursor.accept_any({"bắt đầu từ", "bắt đầu", "tính từ", "kể từ", "từ", "khởi công từ"})) {
    return Role::from;
  }
  if (cursor.sees("sau") && !cursor.sees_any({"sau khi", "sau đó", "sau này", "sau đây"})) {
    cursor.skip();
    return Role::after;
  }
  return std::nullopt;
}

bool accept_introduction(Cursor& cursor) {
  return cursor.accept_any(
      {"vào khoảng", "trong khoảng", "vào dịp",    "nhân dịp", "trong dịp", "dịp",     "vào",
       "trong",      "khoảng",       "cả",         "trọn",     "suốt",      "là",      ":",
       "thời điểm",  "xong",         "hoàn thành", "vào lúc",  "lúc",       "trình",   "nộp",
       "gửi",        "khai mạc",     "bế mạc",     "diễn ra",  "thời gian", "thời hạn"});
}

/// Of two connecting words one after the other, the one that says more: "chậm nhất đến" is latest,
/// "chậm nhất trước" is before, "kết thúc trước" is before.
Role stronger(Role first, Role second) {
  if (first == Role::latest || first == Role::before) {
    return second == Role::before ? second : first;
  }
  return second;
}

/// "trở đi", "và những năm tiếp theo": no end.
bool accept_open_end(Cursor& cursor) {
  return cursor.accept_any({"trở đi", "trở về sau", "và những năm tiếp theo",
                            "và các năm tiếp theo", "và những năm tới", "và các năm sau",
                            "và những năm sau", "và các năm kế tiếp"});
}

bool is_bracketed(const Cursor& cursor) {
  return cursor.peek().depth > 0;
}

/// Whether "cao điểm" stands shortly before.
bool is_peak(const Cursor& cursor) {
  for (std::ptrdiff_t back = -1; back >= -words_between_max; --back) {
    if (cursor.peek(back).text == "điểm" && cursor.peek(back - 1).text == "cao") {
      return true;
    }
    const auto& token = cursor.peek(back);
    if (token.kind == Token::Kind::number || token.text == ";" || token.text == ".") {
      return false;
    }
  }
  return false;
}

/// "từ ngày 15 đến ngày 17/4" after "trong 3 ngày" says which days they are.
bool begins_range(Cursor cursor) {
  const auto series = cursor.accept("từ") ? read_series(cursor, Introduced::yes) : std::nullopt;
  return series && series->is_range;
}

/// Whether a year belongs to the words before it: "Hội nghị tổng kết năm 2025".
bool is_year_of_name(const Cursor& begin, const Series& series) {
  static constexpr std::string_view verbs[] = {"hiện", "chức", "khai", "và", "hoặc", "kiến", "đấu"};
  const auto& before = begin.peek(-1);
  return series.moments.size() == 1 && series.moments.front().unit == Unit::year &&
         before.kind == Token::Kind::word &&
         std::ranges::find(verbs, before.text) == std::end(verbs);
}

/// A time in a place where nothing announces it has to be all there is in its part of the phrase.
bool stands_alone(const Cursor& begin, const Cursor& end) {
  const bool opens = begin.at() == 0 || begin.peek(-1).kind == Token::Kind::opaque ||
                     begin.peek(-1).text == "(" || begin.peek(-1).text == ";";
  return opens && !end.is_word();
}

/// Text of an event, up to a mark, a number or the next connecting word.
std::string read_event_text(Cursor& cursor) {
  constexpr int words_max = 16;
  std::string text;
  for (int i = 0; i < words_max && (cursor.is_word() || cursor.peek().kind == Token::Kind::opaque);
       ++i) {
    const bool connects = cursor.sees_any({"đến khi", "đến ngày", "đến hết", "chậm nhất",
                                           "trước ngày", "hoàn thành", "ít nhất", "tối thiểu"});
    if (i > 0 && connects) {
      break;
    }
    text += (text.empty() ? "" : " ") + cursor.peek().text;
    cursor.skip();
  }
  return text;
}

/// The words of an event: which role they give it. A day with a name ("ngày bầu cử") is one too.
std::optional<Role> read_event_role(Cursor& cursor) {
  if (cursor.accept_any({"ngay sau khi", "sau khi", "ngay khi", "ngay sau", "khi"})) {
    return Role::after;
  }
  if (cursor.accept("trước khi")) {
    return Role::before;
  }
  if (cursor.accept_any({"kể từ khi", "từ khi", "từ lúc", "kể từ lúc", "từ nay"})) {
    return Role::from;
  }
  if (cursor.accept_any({"cho đến khi", "đến khi", "tới khi", "đến lúc"})) {
    return Role::through;
  }
  const auto begin = cursor.at();
  if (const auto role = read_role(cursor)) {
    const bool named_day = cursor.sees("ngày") && cursor.is_word(1);
    const bool noun = (role == Role::before || role == Role::after) && cursor.is_word();
    const bool end_of = role == Role::through && cursor.sees("kết thúc");
    if ((named_day && !cursor.sees_any({"ngày tháng", "ngày mùng", "ngày mồng", "ngày rằm"})) ||
        noun || end_of) {
      return role;
    }
  }
  cursor.set(begin);
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
    return std::nullopt;
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
  } else if (cursor.accept("năm")) {
    length.limit.unit = LimitUnit::year;
  } else if (cursor.accept_any({"giờ", "tiếng"})) {
    length.in_hours = true;
    cursor.accept("làm việc");
  } else {
    cursor.set(begin);
    return std::nullopt;
  }
  const bool part_of_date = cursor.is_number() || cursor.sees_any({"đầu", "cuối", "/", "một lần"});
  if (part_of_date && !(cursor.is_number() && length.limit.unit == LimitUnit::day)) {
    cursor.set(begin);
    return std::nullopt;
  }
  return length;
}

bool read_limit(Cursor& cursor, Phrase& phrase) {
  const auto begin = cursor.at();
  const bool bracketed = is_bracketed(cursor);
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
  const bool back = !comma && cursor.accept_any({"trước khi", "trước"});
  const bool forward =
      !back &&
      (cursor.accept_any({"kể từ khi", "kể từ", "tính từ"}) ||
       (!comma && !begins_range(cursor) && cursor.accept_any({"từ khi", "từ", "sau khi", "sau"})));
  if (back || forward) {
    length->back = back;
    cursor.accept("thời điểm");
    if (auto moment = read_moment(cursor, Introduced::yes);
        moment && moment->unit != Unit::year && !lacks_month(*moment)) {
      length->moment = moment;
    } else {
      length->event = read_event_text(cursor);
    }
  } else if (!said) {
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

bool read_event(Cursor& cursor, Phrase& phrase) {
  const auto begin = cursor.at();
  const bool bracketed = is_bracketed(cursor);
  const auto role = read_event_role(cursor);
  if (!role) {
    return false;
  }
  const bool from_now = cursor.peek(-1).text == "nay";
  std::string text = from_now ? "nay" : read_event_text(cursor);
  cursor.accept_any({"ít nhất", "tối thiểu"});
  cursor.accept_any({"ít nhất", "tối thiểu"});
  if (text.empty()) {
    cursor.set(begin);
    return false;
  }
  const auto after_text = cursor.at();
  if (auto length = read_length(cursor)) {  // "trước ngày bầu cử 10 ngày"
    length->back = *role == Role::before;
    length->event = std::move(text);
    length->bracketed = bracketed;
    phrase.limits.push_back(*length);
    return true;
  }
  cursor.set(after_text);
  if (auto date = read_day(cursor, Introduced::yes); date && date->month) {
    // "đến ngày bầu cử 15/3/2026": the date of the event is printed.
    phrase.clauses.push_back(
        {.role = *role, .series = {.moments = {*date}}, .bracketed = bracketed});
    return true;
  }
  cursor.set(after_text);
  phrase.events.push_back({.role = *role, .text = std::move(text), .bracketed = bracketed});
  return true;
}

bool read_clause(Cursor& cursor, Phrase& phrase) {
  const Cursor begin = cursor;
  Clause clause{.bracketed = is_bracketed(cursor), .peak = is_peak(cursor)};
  bool introduced = false;
  constexpr int connectors_max = 6;
  for (int i = 0; i < connectors_max; ++i) {
    if (const auto role = read_role(cursor)) {
      clause.role = stronger(clause.role, *role);
    } else if (!accept_introduction(cursor)) {
      break;
    }
    clause.whole = clause.whole || cursor.peek(-1).text == "cả" || cursor.peek(-1).text == "trọn";
    introduced = true;
  }
  const Cursor after_words = cursor;
  auto series = read_series(cursor, introduced ? Introduced::yes : Introduced::no);
  if (!series && !introduced) {
    series = read_series(cursor, Introduced::yes);
    if (series && !stands_alone(begin, cursor)) {
      series.reset();
    }
  }
  if (!series) {
    cursor = begin;
    return false;
  }
  clause.series = std::move(*series);
  const bool times_only = clause.series.moments.front().from_time && !clause.series.is_range;
  if (clause.role == Role::from && (clause.series.is_range || times_only)) {
    clause.role = Role::at;
  }
  if (accept_open_end(cursor)) {
    clause.role = Role::from;
  }
  clause.in_name = !introduced && is_year_of_name(after_words, clause.series);
  const bool counted = clause.series.moments.size() == 1 &&
                       (clause.role == Role::before || clause.role == Role::after);
  const auto after_series = cursor.at();
  cursor.accept_any({"ít nhất", "tối thiểu"});
  auto length = counted ? read_length(cursor) : std::nullopt;
  if (length) {
    length->back = clause.role == Role::before;  // "trước ngày 15/3/2026 10 ngày"
    length->moment = clause.series.moments.front();
    length->bracketed = clause.bracketed;
    phrase.limits.push_back(*length);
    return true;
  }
  cursor.set(after_series);
  phrase.clauses.push_back(std::move(clause));
  return true;
}

Phrase read_phrase(std::vector<Token> tokens) {
  Phrase phrase;
  hide_look_alikes(tokens, phrase);
  find_modifiers(tokens, phrase);
  Cursor cursor{tokens};
  while (!cursor.done()) {
    const bool read = read_recurrence(cursor, phrase) || read_limit(cursor, phrase) ||
                      read_clause(cursor, phrase) || read_event(cursor, phrase) ||
                      read_times(cursor, phrase);
    if (!read) {
      cursor.skip();
    }
  }
  return phrase;
}

}  // namespace tiendo::calendar
