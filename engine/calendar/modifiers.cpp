#include "calendar/phrase.hpp"

namespace tiendo::calendar {
namespace {

/// Whether a time begins within the next words.
bool time_follows(Cursor cursor, int words_max) {
  for (int i = 0; i <= words_max && !cursor.done(); ++i) {
    Phrase found;
    Cursor at = cursor;
    if (read_limit(at, found) || read_clause(at, found) || read_event(at, found)) {
      return true;
    }
    if (cursor.sees_any({";", "."})) {
      return false;
    }
    cursor.skip();
  }
  return false;
}

void find_tentative(Cursor& cursor, Phrase& phrase) {
  constexpr int words_between_max = 6;
  Cursor after = cursor;
  if (after.accept_any({"dự kiến", "tạm dự kiến", "dự tính", "tạm thời"})) {
    const bool ends = after.done() || after.peek().kind == Token::Kind::mark;
    phrase.tentative = phrase.tentative || ends || time_follows(after, words_between_max);
    return;
  }
  if (after.accept("khoảng") && !after.sees("thời gian")) {
    after.accept_any({"vào", "trong"});
    phrase.tentative =
        phrase.tentative || read_series(after, Introduced::yes) || read_time_of_day(after);
  }
}

/// "theo Kế hoạch chi tiết", "theo lịch của Liên minh HTX Việt Nam".
void find_other_plan(Cursor cursor, Phrase& phrase) {
  if (cursor.sees_any({"khi có yêu cầu", "đột xuất"})) {
    phrase.on_demand = true;
    return;
  }
  if (cursor.accept("có kế hoạch chi tiết")) {
    phrase.by_other_plan = true;
    return;
  }
  const bool other =
      cursor.accept("theo") &&
      cursor.accept_any({"kế hoạch", "lịch", "hướng dẫn", "chỉ đạo", "yêu cầu", "quy định",
                         "thông báo", "chương trình", "tiến độ", "văn bản"});
  if (!other) {
    return;
  }
  phrase.by_other_plan = true;
  constexpr int words_max = 5;
  for (int i = 0; i < words_max && !cursor.done(); ++i) {
    if (cursor.sees_any({"của", "trung ương", "cấp trên"})) {
      phrase.external = true;
    }
    cursor.skip();
  }
}

/// "tháng … năm 2025", "quý .../2025": a form that was not filled in.
bool is_blank(const Cursor& cursor) {
  if (!cursor.sees_any({"tháng", "quý"})) {
    return false;
  }
  const bool number = cursor.sees("tháng năm") && is_year(cursor.peek(2));
  const bool stroke =
      cursor.peek(1).text == "/" && cursor.is_number(2) && cursor.peek(3).text != "lần";
  return number || stroke || cursor.peek(1).text == "_" ||
         (cursor.peek(1).text == "." && cursor.peek(2).text == ".");
}

}  // namespace

void find_modifiers(const std::vector<Token>& tokens, Phrase& phrase) {
  for (Cursor cursor{tokens}; !cursor.done(); cursor.skip()) {
    find_tentative(cursor, phrase);
    find_other_plan(cursor, phrase);
    phrase.blank = phrase.blank || is_blank(cursor);
    phrase.aspirational = phrase.aspirational || cursor.sees("phấn đấu");
    const bool continuous = cursor.sees_any({"thường xuyên", "xuyên suốt", "liên tục", "quanh năm",
                                             "suốt năm", "suốt cả năm"}) &&
                            cursor.peek(-1).text != "không";
    phrase.continuous = phrase.continuous || continuous;
  }
}

}  // namespace tiendo::calendar
