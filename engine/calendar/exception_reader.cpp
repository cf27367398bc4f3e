#include <algorithm>

#include "calendar/phrase.hpp"

namespace tiendo::calendar {
namespace {

bool stands_before(const Cursor& cursor, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, std::string_view{cursor.peek(-1).text}) != words.end();
}

/// "trừ", "không tính", "nghỉ", "không tổ chức": the time after it does not count.
bool accept_exception(Cursor& cursor) {
  if (cursor.accept_any({"ngoại trừ", "loại trừ", "trừ ra", "không kể", "không tính",
                         "không bao gồm", "không gồm", "tạm nghỉ", "tạm dừng", "tạm ngừng"})) {
    return true;
  }
  if (cursor.sees("trừ") && !stands_before(cursor, {"khấu", "bù", "diệt", "phòng", "thuốc"})) {
    cursor.skip();
    return true;
  }
  const bool holiday = cursor.peek(1).kind == Token::Kind::day ||
                       cursor.sees_any({"nghỉ tết", "nghỉ lễ", "nghỉ hưu", "nghỉ việc"});
  if (cursor.sees("nghỉ") && !holiday &&
      !stands_before(cursor, {"ngày", "kỳ", "dịp", "lịch", "đợt", "độ"})) {
    cursor.skip();
    return true;
  }
  if (cursor.sees("không") && !stands_before(cursor, {"hàng", "đường", "hay", "trên"})) {
    cursor.skip();
    cursor.accept_any({"tổ chức", "thực hiện", "triển khai", "tiến hành", "làm việc", "họp",
                       "áp dụng", "diễn ra", "tiếp nhận", "phải"});
    return true;
  }
  return false;
}

/// "các ngày nghỉ, lễ, Tết", "thứ Bảy, Chủ nhật" after it.
bool accept_days_off(Cursor& cursor) {
  bool found = false;
  while (true) {
    if (cursor.accept_any({"nghỉ", "lễ", "tết nguyên đán", "tết"}) || read_weekday(cursor)) {
      found = true;
    } else if (!cursor.accept_any({"các", "những", "ngày", "hằng tuần", "hàng tuần", "cuối tuần",
                                   "dịp", "theo quy định", "và"}) &&
               !(found && cursor.accept(","))) {
      return found;
    }
  }
}

/// Reads one clause that is neither a limit nor bounded by a connecting word.
std::optional<Clause> read_plain_clause(Cursor& cursor) {
  Phrase inner;
  const bool read = read_clause(cursor, inner, Introduced::yes) && inner.clauses.size() == 1;
  return read && inner.clauses.front().role == Role::at ? std::optional{inner.clauses.front()}
                                                        : std::nullopt;
}

}  // namespace

bool read_exception(Cursor& cursor, Phrase& phrase) {
  const auto begin = cursor.at();
  std::optional<Role> role;
  if (cursor.accept_any({"thay vì", "thay cho"})) {
    role = Role::replaced;
  } else if (cursor.accept_any({"so với cùng kỳ", "so cùng kỳ", "so với", "cùng kỳ"})) {
    role = Role::compared;
  } else if (accept_exception(cursor)) {
    role = Role::except;
  }
  if (!role) {
    return false;
  }
  const auto after_words = cursor.at();
  cursor.accept("(");
  auto clause = read_plain_clause(cursor);
  if (clause) {
    clause->role = *role;
    phrase.clauses.push_back(*clause);
    return true;
  }
  cursor.set(after_words);
  if (role == Role::except && accept_days_off(cursor)) {
    phrase.days_off_excepted = true;
    return true;
  }
  cursor.set(begin);
  return false;
}

}  // namespace tiendo::calendar
