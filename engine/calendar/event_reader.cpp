#include <utility>

#include "calendar/phrase.hpp"

namespace tiendo::calendar {
namespace {

/// The words of an event: which role they give it. A day with a name ("ngày bầu cử") is one too.
std::optional<Role> read_event_role(Cursor& cursor) {
  if (cursor.accept_any({"ngay sau khi", "sau khi", "ngay khi", "ngay sau", "khi"})) {
    return Role::after;
  }
  if (!cursor.sees("trước khi hết") && cursor.accept("trước khi")) {
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
    const bool noun = (role == Role::before || role == Role::after) && cursor.is_word() &&
                      !cursor.sees_any({"và", "hoặc", "hay"});
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

bool read_event(Cursor& cursor, Phrase& phrase) {
  const auto begin = cursor.at();
  const bool bracketed = cursor.peek().depth > 0;
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
    if (auto length = read_length(cursor)) {
      length->back = *role == Role::before;
      length->moment = date;
      length->bracketed = bracketed;
      phrase.limits.push_back(*length);
      return true;
    }
    phrase.clauses.push_back(
        {.role = *role, .series = {.moments = {*date}}, .bracketed = bracketed});
    return true;
  }
  cursor.set(after_text);
  phrase.events.push_back({.role = *role, .text = std::move(text), .bracketed = bracketed});
  return true;
}

}  // namespace tiendo::calendar
