#include "calendar/holidays.hpp"

#include <algorithm>
#include <chrono>

#include "calendar/lunar.hpp"

namespace tiendo::calendar {
namespace {

using std::chrono::sys_days;
using std::chrono::weekday;

constexpr int second_national_day_from = 2021;  // Labour Code 45/2019/QH14, in force 1/1/2021
constexpr int culture_day_from = 2026;          // resolution 28/2026/QH16, in force 1/7/2026
/// Days of a lunar year's end and beginning that notices make days off.
constexpr int new_year_days_before = 2;
constexpr int new_year_days_after = 4;

Day solar(int year, unsigned month, unsigned day) {
  return Day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

bool is_weekend(Day day) {
  const weekday w{sys_days{day}};
  return w == std::chrono::Saturday || w == std::chrono::Sunday;
}

/// Five days. Notices give two days before and three from the new year on, but one and four where
/// it falls on a Tuesday, which frees a whole week (2021 to 2026).
void add_lunar_new_year(std::vector<Day>& days, int year) {
  const auto first = solar_of({.day = 1, .month = 1, .leap = false, .year = year});
  if (!first) {
    return;
  }
  const int before = weekday{sys_days{*first}} == std::chrono::Tuesday ? 1 : 2;
  for (int i = -before; i < 5 - before; ++i) {
    days.push_back(plus_days(*first, i));
  }
}

/// 2/9 and, by choice of the Prime Minister, the day before or after: the one that joins a weekend
/// or comes after, as in the notices for 2021 to 2026.
void add_national_day(std::vector<Day>& days, int year) {
  const Day national = solar(year, 9, 2);
  days.push_back(national);
  if (year >= second_national_day_from) {
    const weekday w{sys_days{national}};
    const bool after =
        w == std::chrono::Sunday || w == std::chrono::Monday || w == std::chrono::Thursday;
    days.push_back(plus_days(national, after ? 1 : -1));
  }
}

/// Art. 111(3): for each holiday on a weekend, the next working day is off.
void add_make_up(std::vector<Day>& days) {
  const auto holidays = days;
  for (const Day holiday : holidays) {
    if (is_weekend(holiday)) {
      Day next = plus_days(holiday, 1);
      while (is_weekend(next) || std::ranges::find(days, next) != days.end()) {
        next = plus_days(next, 1);
      }
      days.push_back(next);
    }
  }
}

std::optional<Text> lunar_holiday_name(Day day) {
  const int year = static_cast<int>(day.year());
  if (const auto first = solar_of({.day = 1, .month = 1, .leap = false, .year = year})) {
    const auto after = (sys_days{day} - sys_days{*first}).count();
    if (after >= -new_year_days_before && after < new_year_days_after) {
      return Text{"Tết Nguyên đán", "Lunar new year"};
    }
  }
  if (lunar_of(day) == LunarDate{.day = 10, .month = 3, .leap = false, .year = year}) {
    return Text{"Giỗ Tổ Hùng Vương (10/3 âm lịch)", "Hùng Kings' commemoration day"};
  }
  return std::nullopt;
}

}  // namespace

HolidayYear holidays_by_law(int year) {
  HolidayYear result{.year = year, .notice = {}, .days_off = {}, .saturdays_worked = {}};
  auto& days = result.days_off;
  days.push_back(solar(year, 1, 1));
  add_lunar_new_year(days, year);
  if (const auto kings = solar_of({.day = 10, .month = 3, .leap = false, .year = year})) {
    days.push_back(*kings);
  }
  days.push_back(solar(year, 4, 30));
  days.push_back(solar(year, 5, 1));
  add_national_day(days, year);
  std::ranges::sort(days);
  add_make_up(days);
  if (year >= culture_day_from) {
    days.push_back(solar(year, 11, 24));  // not in art. 112: no make-up where it is a weekend
  }
  std::ranges::sort(days);
  return result;
}

std::optional<Text> holiday_name(Day day) {
  const int year = static_cast<int>(day.year());
  if (auto lunar = lunar_holiday_name(day)) {
    return lunar;
  }
  const auto in_year = std::chrono::month_day{day.month(), day.day()};
  using namespace std::chrono_literals;
  if (in_year == std::chrono::January / 1d) {
    return Text{"Tết Dương lịch", "New year's day"};
  }
  if (in_year == std::chrono::April / 30d) {
    return Text{"Ngày Giải phóng miền Nam, thống nhất đất nước (30/4)", "Reunification day"};
  }
  if (in_year == std::chrono::May / 1d) {
    return Text{"Ngày Quốc tế Lao động (1/5)", "Labour day"};
  }
  if (in_year == std::chrono::September / 2d) {
    return Text{"Quốc khánh (2/9)", "National day"};
  }
  if (in_year == std::chrono::November / 24d && year >= culture_day_from) {
    return Text{"Ngày Văn hóa Việt Nam (24/11)", "Vietnam culture day"};
  }
  return std::nullopt;
}

}  // namespace tiendo::calendar
