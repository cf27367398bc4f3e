#include <algorithm>
#include <array>

#include "calendar/moment_reader.hpp"

namespace tiendo::calendar {
namespace {

/// A day of each year that has a name.
struct Feast {
  std::string_view name;  // as tokens are written
  int day;
  int month;
  bool lunar = false;
  bool after_day_word = false;  // else it is the name of a body: "Liên minh Hợp tác xã Việt Nam"
};

constexpr std::array<Feast, 21> feasts{
    {{.name = "giỗ tổ hùng vương", .day = 10, .month = 3, .lunar = true},
     {.name = "tết trung thu", .day = 15, .month = 8, .lunar = true},
     {.name = "tết đoan ngọ", .day = 5, .month = 5, .lunar = true},
     {.name = "phật đản", .day = 15, .month = 4, .lunar = true, .after_day_word = true},
     {.name = "vu lan", .day = 15, .month = 7, .lunar = true, .after_day_word = true},
     {.name = "tết dương lịch", .day = 1, .month = 1},
     {.name = "quốc khánh", .day = 2, .month = 9},
     {.name = "giải phóng miền nam", .day = 30, .month = 4, .after_day_word = true},
     {.name = "quốc tế lao động", .day = 1, .month = 5, .after_day_word = true},
     {.name = "quốc tế phụ nữ", .day = 8, .month = 3, .after_day_word = true},
     {.name = "quốc tế thiếu nhi", .day = 1, .month = 6, .after_day_word = true},
     {.name = "hợp tác xã việt nam", .day = 11, .month = 4, .after_day_word = true},
     {.name = "htx việt nam", .day = 11, .month = 4, .after_day_word = true},
     {.name = "thầy thuốc việt nam", .day = 27, .month = 2, .after_day_word = true},
     {.name = "gia đình việt nam", .day = 28, .month = 6, .after_day_word = true},
     {.name = "thương binh - liệt sĩ", .day = 27, .month = 7, .after_day_word = true},
     {.name = "doanh nhân việt nam", .day = 13, .month = 10, .after_day_word = true},
     {.name = "phụ nữ việt nam", .day = 20, .month = 10, .after_day_word = true},
     {.name = "pháp luật việt nam", .day = 9, .month = 11, .after_day_word = true},
     {.name = "nhà giáo việt nam", .day = 20, .month = 11, .after_day_word = true},
     {.name = "văn hoá việt nam", .day = 24, .month = 11, .after_day_word = true}}};

const Feast* accept_feast(Cursor& c) {
  const auto before = c.at();
  const bool day_word =
      c.accept_any({"ngày lễ", "ngày", "đại lễ", "lễ"}) || c.peek(-1).text == "lễ";
  const auto* found = std::ranges::find_if(feasts, [&](const Feast& feast) {
    return (day_word || !feast.after_day_word) && c.accept(feast.name);
  });
  if (found == feasts.end()) {
    c.set(before);
    return nullptr;
  }
  return found;
}

/// "11/4", "(10/3 âm lịch)" beside the name is taken as printed.
void read_printed_day(Cursor& c, Moment& moment) {
  const auto before = c.at();
  const bool bracket = c.accept("(");
  c.accept(",");
  auto printed = read_day(c, Introduced::yes);
  if (!printed || printed->unit != Moment::Unit::day || !printed->month) {
    c.set(before);
    return;
  }
  const bool same = printed->day == moment.day && printed->month == moment.month;
  printed->lunar = printed->lunar || (same && moment.lunar);
  read_lunar_mark(c, *printed);
  if (bracket && !c.accept(")")) {
    c.set(before);
    return;
  }
  printed->year = printed->year ? printed->year : moment.year;
  moment = *printed;
}

}  // namespace

/// A name that nothing introduces counts only with its year: "Kỷ niệm Quốc khánh" is an occasion.
std::optional<Moment> read_feast(Cursor& cursor, Introduced introduced) {
  return attempt(cursor, [&](Cursor& c) -> std::optional<Moment> {
    const auto* feast = accept_feast(c);
    if (feast == nullptr) {
      return std::nullopt;
    }
    Moment moment{.month = feast->month, .day = feast->day, .lunar = feast->lunar};
    read_year_after(c, moment);
    read_printed_day(c, moment);
    if (lacks_year(moment)) {
      read_year_after(c, moment);
    }
    moment.feast = true;
    const bool dated = moment.year || moment.years_after_issue;
    return introduced == Introduced::yes || dated ? std::optional{moment} : std::nullopt;
  });
}

/// "mùng 2 Tết"; "Tết Nguyên đán" after "trước", which is its first day. Its year may be missing:
/// where it is named ("Bính Ngọ") and not printed, it is not read.
std::optional<Moment> read_new_year_day(Cursor& cursor) {
  return attempt(cursor, [](Cursor& c) -> std::optional<Moment> {
    Moment moment{.month = 1, .day = 1, .lunar = true};
    if (c.accept_any({"ngày mùng", "ngày mồng", "mùng", "mồng"})) {
      moment.day = read_count(c);
      if (!moment.day || !c.accept("tết")) {
        return std::nullopt;
      }
      c.accept_any({"nguyên đán", "âm lịch", "cổ truyền"});
    } else {
      const bool before =
          c.peek(-1).text == "trước" || (c.peek(-1).text == "dịp" && c.peek(-2).text == "trước");
      if (!before || !c.accept_any({"tết nguyên đán", "tết âm lịch", "tết cổ truyền"})) {
        return std::nullopt;
      }
    }
    const bool named = sees_cyclic_year(c);
    c.skip(named ? 2 : 0);
    read_year_after(c, moment);
    return named && !moment.year ? std::nullopt : std::optional{moment};
  });
}

void read_lunar_mark(Cursor& cursor, Moment& moment) {
  if (cursor.accept_any({"nhuận", "( nhuận )"})) {
    moment.lunar = moment.leap = true;
  }
  if (cursor.accept_any({"âm lịch", "( âm lịch )", "al", "( al )"})) {
    moment.lunar = true;
  } else {
    cursor.accept_any({"dương lịch", "( dương lịch )"});
  }
}

bool sees_cyclic_year(const Cursor& cursor) {
  Cursor after = cursor;
  return after.accept_any(
             {"giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"}) &&
         after.sees_any({"tý", "tí", "sửu", "dần", "mão", "mẹo", "thìn", "tỵ", "tị", "ngọ", "mùi",
                         "thân", "dậu", "tuất", "hợi"});
}

}  // namespace tiendo::calendar
