#include "calendar/moment.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "calendar/lunar.hpp"

namespace tiendo::calendar {
namespace {

using Unit = Moment::Unit;
using std::chrono::sys_days;

Error wrong(std::string vi, std::string en) {
  return {{std::move(vi), std::move(en)}, {}};
}

Day day_of(int year, int month, int day) {
  return Day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
             std::chrono::day{static_cast<unsigned>(day)}};
}

int length_of(int year, int month) {
  const std::chrono::year_month_day_last last{
      std::chrono::year{year},
      std::chrono::month_day_last{std::chrono::month{static_cast<unsigned>(month)}}};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

DayRange months(int year, int first, int last) {
  return {day_of(year, first, 1), day_of(year, last, length_of(year, last))};
}

Result<int> month_of(const Moment& moment) {
  if (moment.month_of_quarter) {
    return (moment.number - 1) * 3 + static_cast<int>(*moment.month_of_quarter) + 1;
  }
  if (!moment.month) {
    return wrong("không rõ tháng nào: hãy ghi tháng", "which month is not said: write the month");
  }
  if (*moment.month < 1 || *moment.month > 12) {
    return wrong(fmt::format("không có tháng {}: tháng từ 1 đến 12", *moment.month),
                 fmt::format("there is no month {}: months go from 1 to 12", *moment.month));
  }
  return *moment.month;
}

Error no_such_day(const Moment& moment, int year, int month) {
  const auto date = fmt::format("{}/{}/{}", moment.day.value_or(0), month, year);
  const auto calendar_vi = moment.leap ? " tháng nhuận âm lịch" : moment.lunar ? " âm lịch" : "";
  const auto calendar_en = moment.leap    ? " in a leap month of the lunar calendar"
                           : moment.lunar ? " in the lunar calendar"
                                          : "";
  return wrong(fmt::format("không có ngày {}{}: hãy ghi lại ngày", date, calendar_vi),
               fmt::format("there is no day {}{}: write the day again", date, calendar_en));
}

Error no_such_lunar_month(const Moment& moment, int year, int month) {
  return wrong(fmt::format("năm {} âm lịch không có tháng {}{}: hãy ghi ngày dương lịch", year,
                           month, moment.leap ? " nhuận" : ""),
               fmt::format("the lunar year {} has no {}month {}: write days of the solar calendar",
                           year, moment.leap ? "leap " : "", month));
}

/// A month of either calendar.
struct Month {
  Day first;
  int length;

  /// Its days of these numbers.
  [[nodiscard]] DayRange days(int from, int until) const {
    return {plus_days(first, from - 1), plus_days(first, until - 1)};
  }
};

Result<Month> month_days(const Moment& moment, int year, int month) {
  if (!moment.lunar) {
    return Month{day_of(year, month, 1), length_of(year, month)};
  }
  const auto at = [&](int day) {
    return solar_of({.day = day, .month = month, .leap = moment.leap, .year = year});
  };
  const auto first = at(1);
  if (!first || !at(29)) {
    return no_such_lunar_month(moment, year, month);
  }
  return Month{*first, at(30) ? 30 : 29};
}

/// Weeks of a month are counted in sevens from its first day; the last takes the last seven days.
Result<DayRange> weeks(const Moment& moment, const Month& month) {
  if (moment.number == 0) {
    return month.days(month.length - 6, month.length);
  }
  const int last = std::max(moment.number, moment.last_number);
  if (moment.number < 1 || (last - 1) * 7 >= month.length) {
    const auto name = fmt::format("{}/{}", unsigned{month.first.month()}, int{month.first.year()});
    return wrong(fmt::format("tháng {} không có tuần {}", name, last),
                 fmt::format("month {} has no week {}", name, last));
  }
  return month.days((moment.number - 1) * 7 + 1, last >= 5 ? month.length : last * 7);
}

Result<DayRange> in_month(const Moment& moment, int year) {
  const auto number = month_of(moment);
  if (!number) {
    return number.error();
  }
  const auto month = month_days(moment, year, *number);
  if (!month) {
    return month.error();
  }
  const int length = month->length;
  switch (moment.unit) {
    case Unit::day:
      if (*moment.day < 1 || *moment.day > length) {
        return no_such_day(moment, year, *number);
      }
      return month->days(*moment.day, *moment.day);
    case Unit::week_of_month:
      return weeks(moment, *month);
    case Unit::days_of_month:
      if (moment.number < 1 || moment.number > length) {
        return wrong(fmt::format("tháng {} không có {} ngày", *number, moment.number),
                     fmt::format("month {} does not have {} days", *number, moment.number));
      }
      return moment.part == Part::first ? month->days(1, moment.number)
                                        : month->days(length - moment.number + 1, length);
    case Unit::half_of_month:
      return moment.part == Part::first ? month->days(1, 15) : month->days(16, length);
    case Unit::third_of_month:
      return moment.part == Part::first    ? month->days(1, 10)
             : moment.part == Part::middle ? month->days(11, 20)
                                           : month->days(21, length);
    default:
      return month->days(1, length);
  }
}

Result<DayRange> in_quarter(const Moment& moment, int year) {
  if (moment.number < 1 || moment.number > 4) {
    return wrong(fmt::format("không có quý {}: quý từ I đến IV", moment.number),
                 fmt::format("there is no quarter {}: quarters go from I to IV", moment.number));
  }
  const int first = (moment.number - 1) * 3 + 1;
  if (moment.unit == Unit::third_of_quarter) {
    const int month = first + static_cast<int>(moment.part);
    return months(year, month, month);
  }
  return months(year, first, first + 2);
}

/// Monday to Sunday; week 1 holds the first Thursday of the year (ISO 8601).
Result<DayRange> week_of_year(const Moment& moment, int year) {
  const auto monday_of_week_1 = [](int of_year) {
    const sys_days fourth{day_of(of_year, 1, 4)};
    return fourth - (std::chrono::weekday{fourth} - std::chrono::Monday);
  };
  const sys_days monday = monday_of_week_1(year) + std::chrono::weeks{moment.number - 1};
  if (moment.number < 1 || monday >= monday_of_week_1(year + 1)) {
    return wrong(fmt::format("năm {} không có tuần {}", year, moment.number),
                 fmt::format("the year {} has no week {}", year, moment.number));
  }
  return DayRange{Day{monday}, Day{monday + std::chrono::days{6}}};
}

Result<DayRange> in_year(const Moment& moment, int year) {
  switch (moment.unit) {
    case Unit::months_of_year:
      if (moment.number < 1 || moment.number > 12) {
        return wrong(fmt::format("một năm không có {} tháng", moment.number),
                     fmt::format("a year does not have {} months", moment.number));
      }
      return moment.part == Part::first ? months(year, 1, moment.number)
                                        : months(year, 13 - moment.number, 12);
    case Unit::part_of_year:
      return moment.part == Part::first    ? months(year, 1, 3)
             : moment.part == Part::middle ? months(year, 6, 7)
                                           : months(year, 10, 12);
    default:
      return months(year, 1, 12);
  }
}

/// The days of a moment without its pick.
Result<DayRange> whole_days_of(const Moment& moment, int year_if_missing) {
  if (moment.unit == Unit::fixed) {
    return DayRange{*moment.fixed, *moment.fixed};
  }
  const int year = moment.year.value_or(year_if_missing);
  if (year < first_window_year || year > last_window_year) {
    return wrong(
        fmt::format("năm {} nằm ngoài {}-{}", year, first_window_year, last_window_year),
        fmt::format("the year {} is outside {} to {}", year, first_window_year, last_window_year));
  }
  switch (moment.unit) {
    case Unit::day:
    case Unit::days_of_month:
    case Unit::third_of_month:
    case Unit::half_of_month:
    case Unit::week_of_month:
    case Unit::month:
      if (moment.month_of_quarter && (moment.number < 1 || moment.number > 4)) {
        return wrong("không rõ quý nào: hãy ghi quý", "which quarter is not said: write it");
      }
      return in_month(moment, year);
    case Unit::third_of_quarter:
    case Unit::quarter:
      return in_quarter(moment, year);
    case Unit::week_of_year:
      return week_of_year(moment, year);
    default:
      return in_year(moment, year);
  }
}

}  // namespace

bool lacks_year(const Moment& moment) {
  return !moment.year && moment.unit != Unit::fixed;
}

bool lacks_month(const Moment& moment) {
  return moment.unit == Unit::day && !moment.month && !moment.month_of_quarter;
}

bool is_one_day(const Moment& moment) {
  if (moment.pick) {
    return moment.pick->what != Pick::What::month && moment.pick->what != Pick::What::quarter;
  }
  return moment.unit == Unit::day || moment.unit == Unit::fixed;
}

bool is_rough(const Moment& moment) {
  return !moment.pick &&
         (moment.unit == Unit::part_of_year || moment.unit == Unit::third_of_quarter ||
          (moment.unit == Unit::third_of_month && moment.roughly));
}

std::optional<Day> point_of(const Moment& moment, DayRange days) {
  if (moment.part != Part::middle) {
    return moment.part == Part::first ? days.first : days.last;
  }
  if (moment.unit == Unit::third_of_month) {
    constexpr int from_first_to_fifteenth = 4;  // of the days 11 to 20
    return plus_days(days.first, from_first_to_fifteenth);
  }
  if (moment.unit == Unit::part_of_year) {
    return Day{days.first.year() / std::chrono::June / 30};
  }
  return std::nullopt;
}

Result<DayRange> days_of(const Moment& moment, int year, const WorkingDays& working_days) {
  auto whole = whole_days_of(moment, year);
  if (!whole || !moment.pick) {
    return whole;
  }
  return picked_in(*whole, *moment.pick, working_days);
}

}  // namespace tiendo::calendar
