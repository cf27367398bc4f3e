#include <algorithm>
#include <utility>

#include "calendar/phrase.hpp"

namespace tiendo::calendar {
namespace {

using Unit = Moment::Unit;

/// How many words may stand between "dự kiến" or "cao điểm" and the time that it belongs to.
constexpr std::ptrdiff_t words_between_max = 6;

bool accept_introduction(Cursor& cursor) {
  return cursor.accept_any({"vào khoảng", "trong khoảng", "vào dịp",   "nhân dịp",   "trong dịp",
                            "dịp lễ",     "ngày lễ",      "dịp",       "vào",        "trong",
                            "khoảng",     "cả",           "trọn",      "suốt",       "là",
                            ":",          "thời điểm",    "xong",      "hoàn thành", "vào lúc",
                            "lúc",        "trình",        "nộp",       "gửi",        "khai mạc",
                            "bế mạc",     "diễn ra",      "thời gian", "thời hạn"});
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

/// Whether a time belongs to a name: "Hội nghị tổng kết năm 2025", "Quốc khánh năm 2025".
bool is_of_name(const Cursor& begin, const Series& series) {
  static constexpr std::string_view verbs[] = {"hiện", "chức", "khai", "và", "hoặc", "kiến", "đấu"};
  const auto& before = begin.peek(-1);
  if (series.moments.size() == 1 && series.moments.front().feast) {
    return true;
  }
  return series.moments.size() == 1 && series.moments.front().unit == Unit::year &&
         !series.moments.front().pick && before.kind == Token::Kind::word &&
         std::ranges::find(verbs, before.text) == std::end(verbs);
}

/// A time in a place where nothing announces it has to be all there is in its part of the phrase.
bool stands_alone(const Cursor& begin, const Cursor& end) {
  const bool opens = begin.at() == 0 || begin.peek(-1).kind == Token::Kind::opaque ||
                     begin.peek(-1).text == "(" || begin.peek(-1).text == ";";
  return opens && !end.is_word();
}

}  // namespace

bool read_clause(Cursor& cursor, Phrase& phrase, Introduced before) {
  const Cursor begin = cursor;
  Clause clause{.bracketed = cursor.peek().depth > 0, .peak = is_peak(cursor)};
  bool introduced = before == Introduced::yes;
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
  const auto& first = clause.series.moments.front();
  const bool one_range = first.last_number > 0;  // "từ tuần 2 đến tuần 3 tháng 4"
  const bool times_only = (first.from_time || one_range) && !clause.series.is_range;
  const bool labelled = begin.sees_any({"thời hạn", "hạn"}) && clause.series.is_range;
  if (labelled || (clause.role == Role::from && (clause.series.is_range || times_only))) {
    clause.role = Role::at;
  }
  if (accept_open_end(cursor)) {
    clause.role = Role::from;
  }
  clause.in_name = !introduced && is_of_name(after_words, clause.series);
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
  std::vector<Read> reads;
  Cursor cursor{tokens};
  while (!cursor.done()) {
    const auto begin = cursor.at();
    const bool is_time = read_recurrence(cursor, phrase) || read_shift(cursor, phrase) ||
                         read_limit(cursor, phrase) || read_clause(cursor, phrase) ||
                         read_exception(cursor, phrase);
    if (is_time || read_event(cursor, phrase) || read_times(cursor, phrase)) {
      reads.push_back({begin, cursor.at(), is_time});
    } else {
      cursor.skip();
    }
  }
  find_left_over(tokens, reads, phrase);
  find_turning_words(tokens, reads, phrase);
  return phrase;
}

}  // namespace tiendo::calendar
