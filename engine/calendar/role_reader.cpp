#include "calendar/phrase.hpp"

namespace tiendo::calendar {

namespace {

/// "không trước", "không được muộn hơn": the opposite of what stands after it.
std::optional<Role> read_negated_role(Cursor& cursor) {
  const auto begin = cursor.at();
  if (!cursor.accept_any({"không được", "không thể", "không nên", "không"})) {
    return std::nullopt;
  }
  if (cursor.accept_any({"muộn hơn", "chậm hơn", "trễ hơn", "vượt quá", "quá"})) {
    return Role::latest;
  }
  if (cursor.accept("sớm hơn")) {
    return Role::from;
  }
  const bool event = cursor.sees_any({"trước khi", "sau khi"});
  if (!event && cursor.accept("trước")) {
    return Role::from;
  }
  if (!event && cursor.accept("sau")) {
    return Role::latest;
  }
  cursor.set(begin);
  return std::nullopt;
}

/// "sớm hơn", "muộn hơn", "sớm nhất".
std::optional<Role> read_compared_role(Cursor& cursor) {
  if (cursor.accept("sớm hơn")) {
    return Role::before;
  }
  if (cursor.accept_any({"muộn hơn", "chậm hơn", "trễ hơn"})) {
    return Role::after;
  }
  return cursor.accept("sớm nhất") ? std::optional{Role::from} : std::nullopt;
}

}  // namespace

std::optional<Role> read_role(Cursor& cursor) {
  if (const auto role = read_negated_role(cursor)) {
    return role;
  }
  if (const auto role = read_compared_role(cursor)) {
    return role;
  }
  if (cursor.accept_any({"chậm nhất", "muộn nhất", "trễ nhất", "hạn cuối cùng", "hạn cuối",
                         "hạn chót", "thời hạn hoàn thành", "thời hạn cuối", "hạn hoàn thành",
                         "hạn nộp hồ sơ", "hạn nộp báo cáo", "hạn gửi báo cáo", "hạn nộp",
                         "hạn gửi"})) {
    return Role::latest;
  }
  if (cursor.accept("trước khi hết")) {
    return Role::through;
  }
  if (cursor.sees("trước") && !cursor.sees_any({"trước khi", "trước đây", "trước mắt", "trước đó",
                                                "trước hết", "trước tiên"})) {
    cursor.skip();
    return Role::before;
  }
  if (cursor.accept_any({"cho đến hết", "cho đến", "cho tới", "đến hết", "tới hết", "đến trước",
                         "kéo dài sang", "đến", "tới", "kết thúc", "hết"})) {
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

}  // namespace tiendo::calendar
