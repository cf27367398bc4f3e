#include "calendar/working_days.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "calendar/holidays.hpp"

namespace tiendo::calendar {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;

constexpr sys_days first_day = Day{std::chrono::year{WorkingDays::first_year} / 1 / 1};
constexpr sys_days last_day = Day{std::chrono::year{WorkingDays::last_year} / 12 / 31};
/// The furthest that years of std::chrono reach; additions stop there.
constexpr sys_days earliest = Day{std::chrono::year::min() / 1 / 1};
constexpr sys_days latest = Day{std::chrono::year::max() / 12 / 31};

bool is_weekday(sys_days day) {
  const unsigned iso = weekday{day}.iso_encoding();
  return iso <= 5;
}

/// Mondays to Fridays from the Monday 1969-12-29 up to and including `day`; negative before.
std::int64_t weekdays_up_to(sys_days day) {
  constexpr sys_days monday = Day{std::chrono::year{1969} / 12 / 29};
  const std::int64_t offset = (day - monday).count();
  const std::int64_t week = offset >= 0 ? offset / 7 : (offset - 6) / 7;
  return week * 5 + std::min<std::int64_t>(offset - week * 7 + 1, 5);
}

/// The Monday to Friday up to which `count` of them lie: the inverse of weekdays_up_to.
sys_days weekday_number(std::int64_t count) {
  constexpr sys_days monday = Day{std::chrono::year{1969} / 12 / 29};
  const std::int64_t before = count - 1;
  const std::int64_t week = before >= 0 ? before / 5 : (before - 4) / 5;
  const std::int64_t offset = week * 7 + (before - week * 5);
  const std::int64_t lowest = (earliest - monday).count();
  const std::int64_t highest = (latest - monday).count();
  return monday + days{static_cast<int>(std::clamp(offset, lowest, highest))};
}

Text weekend_name(sys_days day) {
  return weekday{day} == std::chrono::Saturday ? Text{"thứ Bảy", "Saturday"}
                                               : Text{"Chủ nhật", "Sunday"};
}

}  // namespace

WorkingDays::WorkingDays(std::vector<HolidayYear> years) {
  const auto size = static_cast<std::size_t>((last_day - first_day).count()) + 1;
  working_.resize(size);
  for (std::size_t i = 0; i < size; ++i) {
    working_[i] = is_weekday(first_day + days{static_cast<int>(i)}) ? 1 : 0;
  }
  for (auto& year : years) {
    const int number = year.year;
    years_.insert_or_assign(number, std::move(year));
  }
  const auto mark = [&](const std::vector<Day>& marked, std::uint8_t working) {
    for (const Day day : marked) {
      if (day.ok() && covers(day)) {
        working_[static_cast<std::size_t>((sys_days{day} - first_day).count())] = working;
      }
    }
  };
  for (int number = first_year; number <= last_year; ++number) {
    const auto holidays = year(number);
    mark(holidays.days_off, 0);
    mark(holidays.saturdays_worked, 1);
  }
  std::int32_t count = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (working_[i] != 0) {
      working_days_.push_back(static_cast<std::int32_t>(i));
      ++count;
    }
    ordinal_.push_back(count);
  }
}

bool WorkingDays::covers(Day day) const noexcept {
  const int year = static_cast<int>(day.year());
  return year >= first_year && year <= last_year;
}

bool WorkingDays::is_working(Day day) const noexcept {
  const sys_days at{day};
  if (at < first_day || at > last_day) [[unlikely]] {
    return is_weekday(at);
  }
  return working_[static_cast<std::size_t>((at - first_day).count())] != 0;
}

Day WorkingDays::next_on_or_after(Day day) const noexcept {
  return is_working(day) ? day : add(day, 1);
}

Day WorkingDays::previous_on_or_before(Day day) const noexcept {
  return is_working(day) ? day : add(day, -1);
}

Day WorkingDays::add(Day day, int working_days) const noexcept {
  if (working_days == 0) {
    return day;
  }
  // A day off that is left backwards is not counted itself: the first before it is its ordinal.
  const std::int64_t off = working_days < 0 && !is_working(day) ? 1 : 0;
  return day_of(ordinal(day) + working_days + off);
}

int WorkingDays::count(DayRange range) const noexcept {
  const sys_days first{range.first};
  const sys_days last{range.last};
  return last < first ? 0 : static_cast<int>(ordinal(last) - ordinal(first - days{1}));
}

bool WorkingDays::provisional(int year) const noexcept {
  return !years_.contains(year);
}

HolidayYear WorkingDays::year(int year) const {
  const auto given = years_.find(year);
  return given == years_.end() ? holidays_by_law(year) : given->second;
}

std::int64_t WorkingDays::ordinal(sys_days day) const noexcept {
  if (day < first_day) [[unlikely]] {
    return weekdays_up_to(day) - weekdays_up_to(first_day - days{1});
  }
  if (day > last_day) [[unlikely]] {
    return ordinal_.back() + weekdays_up_to(day) - weekdays_up_to(last_day);
  }
  return ordinal_[static_cast<std::size_t>((day - first_day).count())];
}

Day WorkingDays::day_of(std::int64_t ordinal) const noexcept {
  if (ordinal < 1) [[unlikely]] {
    return Day{weekday_number(ordinal + weekdays_up_to(first_day - days{1}))};
  }
  if (ordinal > ordinal_.back()) [[unlikely]] {
    return Day{weekday_number(ordinal - ordinal_.back() + weekdays_up_to(last_day))};
  }
  return Day{first_day + days{working_days_[static_cast<std::size_t>(ordinal) - 1]}};
}

Text WorkingDays::name(Day day) const {
  const auto holidays = year(static_cast<int>(day.year()));
  const bool weekend = !is_weekday(day);
  if (weekend &&
      std::ranges::find(holidays.saturdays_worked, day) != holidays.saturdays_worked.end()) {
    return {"làm bù vào thứ Bảy", "Saturday worked to make up for a day off"};
  }
  const auto holiday = covers(day) ? holiday_name(day) : std::nullopt;
  if (weekend) {
    const auto plain = weekend_name(day);
    return holiday ? Text{plain.vi + ", " + holiday->vi, plain.en + ", " + holiday->en} : plain;
  }
  if (is_working(day)) {
    return {"ngày làm việc", "working day"};
  }
  const auto in_year = std::chrono::month_day{day.month(), day.day()};
  const bool beside_national_day =
      in_year == std::chrono::September / 1 || in_year == std::chrono::September / 3;
  if (beside_national_day) {
    return {"nghỉ Quốc khánh (ngày liền kề 2/9)", "beside national day"};
  }
  return holiday.value_or(
      Text{"nghỉ bù hoặc nghỉ hoán đổi ngày làm việc", "day off in lieu or swapped"});
}

Text WorkingDays::why(Day day) const {
  const auto what = name(day);
  const bool worked = is_working(day);
  const bool plain_weekend = !is_weekday(day) && !worked;
  if (plain_weekend || (worked && is_weekday(day))) {
    return what;
  }
  const int number = static_cast<int>(day.year());
  const Text source = provisional(number)
                          ? Text{"tạm tính theo luật, chưa có thông báo",
                                 "provisional, computed by law: no notice yet"}
                          : Text{"theo " + year(number).notice, "by " + year(number).notice};
  return {what.vi + " (" + source.vi + ")", what.en + " (" + source.en + ")"};
}

}  // namespace tiendo::calendar
