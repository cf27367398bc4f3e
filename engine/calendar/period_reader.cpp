#include "calendar/moment_reader.hpp"

namespace tiendo::calendar {
namespace {

using Unit = Moment::Unit;

/// Whether the words end here, or what follows cannot make a name of them ("năm Quốc tế").
bool ends_here(const Cursor& cursor) {
  return cursor.done() || cursor.peek().kind == Token::Kind::mark ||
         cursor.sees_any({"và", "theo", "đến", "tới", "để", "hoặc", "trừ", "ngoại trừ", "không",
                          "nghỉ", "tạm nghỉ"});
}

/// "nay", "sau", "trước" after "năm": how many years after the year of issue.
std::optional<int> read_relative_year(Cursor& cursor) {
  if (cursor.accept_any({"nay", "này"})) {
    return 0;
  }
  if (cursor.accept_any({"sau", "tới", "kế tiếp", "tiếp theo", "liền kề"})) {
    return 1;
  }
  // "báo cáo năm trước ngày 15/12" is the report of a year.
  const bool before = cursor.sees("trước") && !cursor.is_number(1) &&
                      (!cursor.is_word(1) || cursor.peek(1).text == "liền");
  if (before || cursor.sees("ngoái")) {
    cursor.skip();
    cursor.accept("liền kề");
    return -1;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Part> read_part(Cursor& cursor) {
  if (cursor.accept("đầu")) {
    return Part::first;
  }
  if (cursor.accept("giữa")) {
    return Part::middle;
  }
  if (cursor.accept("cuối")) {
    return Part::last;
  }
  return std::nullopt;
}

std::optional<Part> read_end(Cursor& cursor) {
  if (cursor.accept_any({"đầu tiên", "đầu"})) {
    return Part::first;
  }
  if (cursor.accept_any({"cuối cùng", "cuối", "sau"})) {
    return Part::last;
  }
  return std::nullopt;
}

bool read_month_number(Cursor& cursor, Moment& moment) {
  const auto before = cursor.at();
  if (cursor.accept("giêng")) {
    moment.month = 1;
    moment.lunar = true;
    return true;
  }
  if (cursor.accept("chạp")) {
    moment.month = 12;
    moment.lunar = true;
    return true;
  }
  if (cursor.is_number() && cursor.peek().digits > 2) {
    return false;
  }
  // The month was left blank: "ngày … tháng … năm 2025".
  if (cursor.sees("năm") && is_year(cursor.peek(1))) {
    return false;
  }
  const auto number = read_count(cursor);
  const bool is_length = cursor.sees_any({"lần", "lần /", "ngày", "tháng"});
  if (!number || is_length) {
    cursor.set(before);
    return false;
  }
  moment.month = *number;
  if (cursor.accept_any({"nhuận", "( nhuận )"})) {
    moment.lunar = moment.leap = true;
  }
  return true;
}

void read_year_after(Cursor& cursor, Moment& moment) {
  const auto before = cursor.at();
  const bool comma = cursor.accept(",");
  const bool divided = !comma && cursor.accept_any({"/", "-", "."});
  cursor.accept("của");
  if (cursor.accept("năm")) {
    if (is_four_digits(cursor.peek())) {
      moment.year = cursor.peek().value;
      cursor.skip();
      return;
    }
    moment.years_after_issue = read_relative_year(cursor);
    if (!moment.years_after_issue) {
      cursor.set(before);
    }
    return;
  }
  const auto& token = cursor.peek();
  const bool followed_by_slash = cursor.peek(1).text == "/" && cursor.is_glued(1);
  const bool after_slash = divided && cursor.peek(-1).text == "/";
  const bool year = after_slash ? is_four_digits(token) : is_year(token);
  if (year && !comma && !followed_by_slash) {
    moment.year = token.value;
    cursor.skip();
    return;
  }

  if (after_slash && token.digits == 2 && cursor.is_glued(0) && !followed_by_slash) {
    moment.year = 2000 + token.value;
    moment.short_year = true;
    cursor.skip();
    return;
  }
  cursor.set(before);
}

std::optional<Moment> read_month(Cursor& cursor) {
  return attempt(cursor, [](Cursor& c) -> std::optional<Moment> {
    Moment moment{.unit = Unit::month};
    if (c.accept_any({"các tháng", "tháng"})) {
      if (read_month_number(c, moment)) {
        read_year_after(c, moment);
        return moment;
      }
      return std::nullopt;
    }
    if (c.sees("t") && c.is_number(1) && c.is_glued(1) && c.peek(1).digits <= 2) {  // T4/2025
      moment.month = c.peek(1).value;
      c.skip(2);
      read_year_after(c, moment);
      const bool weekday = c.sees_any({"hằng", "hàng", "mỗi"});  // T7 hằng tuần
      return weekday ? std::nullopt : std::optional{moment};
    }
    const bool month_and_year = c.is_number() && c.peek().digits <= 2 && c.peek(1).text == "/" &&
                                is_year(c.peek(2)) && c.peek(3).text != "/";
    if (month_and_year && c.peek().value >= 1 && c.peek().value <= 12) {  // 10/2019
      moment.month = c.peek().value;
      moment.year = c.peek(2).value;
      c.skip(3);
      return moment;
    }
    const bool iso = is_year(c.peek()) && c.peek(1).text == "-" && c.is_glued(1) &&
                     c.is_number(2) && c.is_glued(2) && c.peek(2).digits == 2;
    if (iso && c.peek(2).value >= 1 && c.peek(2).value <= 12) {  // 2025-04
      moment.month = c.peek(2).value;
      moment.year = c.peek().value;
      c.skip(3);
      return moment;
    }
    return std::nullopt;
  });
}

std::optional<Moment> read_quarter(Cursor& cursor) {
  return attempt(cursor, [](Cursor& c) -> std::optional<Moment> {
    const auto part = read_part(c);
    Moment moment{.unit = part ? Unit::third_of_quarter : Unit::quarter,
                  .part = part.value_or(Part::first)};
    if (part) {
      c.accept("của");
    }
    std::optional<int> number;
    if (c.sees("q") && c.is_number(1) && c.is_glued(1)) {  // Q1
      c.skip();
    } else if (c.sees_any({"qi", "qii", "qiii", "qiv"})) {
      number = c.peek().text == "qiv" ? 4 : static_cast<int>(c.peek().text.size()) - 1;
      c.skip();
    } else if (!c.accept_any({"các quý", "quý", "q ."})) {
      return std::nullopt;
    }
    number = number ? number : read_roman(c);
    if (!number) {
      if (c.is_number() && c.peek().digits > 2) {
        return std::nullopt;
      }
      number = read_count(c);
    }
    if (!number || c.sees("lần")) {
      return std::nullopt;
    }
    moment.number = *number;
    if (c.peek().text == "." && c.is_glued(0) && !is_year(c.peek(1))) {
      const auto before = c.at();
      c.skip();  // "Quý I. năm 2025"
      read_year_after(c, moment);
      if (!moment.year) {
        c.set(before);
      }
      return moment;
    }
    read_year_after(c, moment);
    return moment;
  });
}

std::optional<Moment> read_part_of_year(Cursor& cursor) {
  return attempt(cursor, [](Cursor& c) -> std::optional<Moment> {
    Moment moment{.unit = Unit::part_of_year};
    if (c.accept("nửa")) {
      const auto part = read_end(c);
      moment = {.unit = Unit::months_of_year, .number = 6, .part = part.value_or(Part::first)};
      if (!part) {
        return std::nullopt;
      }
    } else if (c.is_number() || !c.sees_any({"đầu", "giữa", "cuối", "các tháng", "những tháng"})) {
      const auto number = read_count(c);
      const bool months = number && c.accept("tháng");
      const auto part = months ? read_end(c) : std::nullopt;
      if (!part) {
        return std::nullopt;
      }
      moment = {.unit = Unit::months_of_year, .number = *number, .part = *part};
    } else {
      c.accept_any({"các tháng", "những tháng"});
      const auto part = read_part(c);
      if (!part) {
        return std::nullopt;
      }
      moment.part = *part;
    }
    c.accept_any({"của", "trong"});
    if (!c.sees("năm") || c.peek(1).text == "học") {
      return std::nullopt;
    }
    read_year_after(c, moment);
    if (!moment.year && !moment.years_after_issue) {
      c.accept("năm");
    }
    return moment;
  });
}

std::optional<Moment> read_year(Cursor& cursor, Introduced introduced) {
  return attempt(cursor, [&](Cursor& c) -> std::optional<Moment> {
    Moment moment{.unit = Unit::year};
    const bool named = c.accept_any({"giai đoạn", "các năm", "những năm"}) || c.sees("năm");
    if (c.sees("năm")) {
      read_year_after(c, moment);
      if (moment.year || moment.years_after_issue) {
        return moment;
      }
      c.accept("năm");
      const bool whole = c.peek(-2).text == "cả" && !c.sees("học");
      const bool bare = introduced == Introduced::yes && c.is_word(-2) && (whole || ends_here(c));
      return bare ? std::optional{moment} : std::nullopt;
    }
    const bool next_is_date = c.peek(1).text == "/" && c.is_number(2);
    if (is_year(c.peek()) && !next_is_date && (named || introduced == Introduced::yes)) {
      moment.year = c.peek().value;
      c.skip();
      const bool is_count = c.is_word() && c.sees_any({"htx", "hợp tác", "hộ", "người", "triệu",
                                                       "tỷ", "đồng", "thành viên", "tổ"});
      return is_count ? std::nullopt : std::optional{moment};
    }
    return std::nullopt;
  });
}

}  // namespace tiendo::calendar
