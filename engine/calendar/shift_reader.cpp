#include <algorithm>

#include "calendar/phrase.hpp"

namespace tiendo::calendar {
namespace {

/// How many words may stand between "lùi" and the time: "lùi thời gian tổ chức hội nghị sang".
constexpr int words_between_max = 8;

struct Shift {
  bool to_by_until =
      false;  // after "hoãn", "lùi", "dời", "gia hạn" the new time stands after "đến"
  bool of_limit = false;  // "gia hạn", "lùi thời hạn": the new time is an end
};

std::optional<Shift> read_verb(Cursor& cursor) {
  const auto& before = cursor.peek(-1).text;
  const bool compound = before == "di" || before == "đẩy" || before == "thụt" || before == "trì";
  Shift shift;
  if (cursor.accept("gia hạn")) {
    shift = {.to_by_until = true, .of_limit = true};
  } else if (!compound && cursor.accept_any({"tạm hoãn", "hoãn", "lùi", "dời"})) {
    shift.to_by_until = true;
  } else if (!cursor.accept_any({"chuyển", "điều chỉnh", "thay đổi", "đổi", "dịch"})) {
    return std::nullopt;
  }
  for (int i = 0; i < words_between_max && cursor.is_word() &&
                  !cursor.sees_any({"từ", "sang", "thành", "đến", "tới", "qua"});
       ++i) {
    shift.of_limit = shift.of_limit || cursor.sees("hạn");
    cursor.skip();
  }
  return shift;
}

bool accept_to(Cursor& cursor, const Shift& shift) {
  return cursor.accept_any({"sang", "thành", "qua"}) ||
         (shift.to_by_until && cursor.accept_any({"đến hết", "đến", "tới"}));
}

/// The year that the old time prints holds for the new one, where that runs forwards.
void take_year(Series& series, const Moment& old) {
  auto& moment = series.moments.back();
  const bool later = moment.month && old.month && *moment.month >= *old.month;
  if (lacks_year(moment) && old.year && later) {
    moment.year = old.year;
  }
}

/// "Hội nghị tháng 4 được chuyển" before the verb: the time of the clause that was read last.
bool ends_in_time(Cursor cursor) {
  while (cursor.at() > 0) {
    cursor.set(cursor.at() - 1);
    if (!cursor.sees_any({"được", "bị", "sẽ", "phải", "xin", "đã", "nay"})) {
      const auto& last = cursor.peek();
      return last.kind == Token::Kind::number || last.kind == Token::Kind::day;
    }
  }
  return false;
}

}  // namespace

bool read_shift(Cursor& cursor, Phrase& phrase) {
  const Cursor begin = cursor;
  const auto fail = [&] {
    cursor = begin;
    return false;
  };
  const auto shift = read_verb(cursor);
  if (!shift) {
    return fail();
  }
  std::optional<Moment> old;
  if (cursor.accept("từ")) {
    old = read_moment(cursor, Introduced::yes);
    if (!old) {
      return fail();
    }
  }
  if (!accept_to(cursor, *shift)) {
    return fail();
  }
  auto series = read_series(cursor, Introduced::yes);
  if (!series) {
    return fail();
  }
  const bool bracketed = begin.peek().depth > 0;
  if (old) {
    take_year(*series, *old);
    phrase.clauses.push_back(
        {.role = Role::replaced, .series = {.moments = {*old}}, .bracketed = bracketed});
  } else if (!phrase.clauses.empty() && ends_in_time(begin)) {
    auto& last = phrase.clauses.back();
    last.role = last.role == Role::at ? Role::replaced : last.role;
    take_year(*series, last.series.moments.back());
  }
  const auto role = shift->of_limit ? Role::through : Role::at;
  phrase.clauses.push_back({.role = role, .series = *series, .bracketed = bracketed});
  return true;
}

}  // namespace tiendo::calendar
