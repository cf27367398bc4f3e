#include "definition/occurrences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tiendo::definition {
namespace {

using calendar::Frequency;
using calendar::Recurrence;
using std::chrono::sys_days;

/// The ISO week in which a day lies.
struct Week {
  int year = 0;
  int number = 0;
  Day monday{};
};

Week week_of(Day day) {
  const auto monday = sys_days{day} - (std::chrono::weekday{sys_days{day}} - std::chrono::Monday);
  // A week belongs to the year of its Thursday.
  const Day thursday{monday + std::chrono::days{3}};
  const auto new_year = sys_days{thursday.year() / std::chrono::January / 1};
  const auto days = (sys_days{thursday} - new_year).count();
  return {static_cast<int>(thursday.year()), static_cast<int>(days / 7 + 1), Day{monday}};
}

struct Period {
  DayRange days{};
  std::string suffix;
  std::string title;
};

Period week(Day due) {
  const Week week = week_of(due);
  return {{week.monday, plus_days(week.monday, 6)},
          fmt::format("-{}-w{:02}", week.year, week.number),
          fmt::format("tuần {:02}/{}", week.number, week.year)};
}

/// The period of `length` months in which `due` lies, counted from January.
Period months(Day due, int length, Frequency every) {
  static constexpr std::array<std::string_view, 4> quarters{"I", "II", "III", "IV"};
  const int month = static_cast<int>(due.year()) * 12 + static_cast<int>(unsigned{due.month()}) - 1;
  const int first = month / length * length;
  const int last = first + length - 1;
  const auto at = [](int number) {
    return std::chrono::year{number / 12} /
           std::chrono::month{static_cast<unsigned>(number % 12) + 1};
  };
  const DayRange days{Day{at(first) / 1}, Day{at(last) / std::chrono::last}};
  const int year = first / 12;
  const int of_year = first % 12;
  if (every == Frequency::yearly) {
    return {days, fmt::format("-{}", year), fmt::format("năm {}", year)};
  }
  if (every == Frequency::quarterly) {
    return {days, fmt::format("-{}-q{}", year, of_year / 3 + 1),
            fmt::format("quý {}/{}", quarters[static_cast<std::size_t>(of_year / 3)], year)};
  }
  auto title = fmt::format("tháng {:02}/{}", of_year + 1, year);
  if (length > 1) {
    title += fmt::format(" - tháng {:02}/{}", last % 12 + 1, last / 12);
  }
  return {days, fmt::format("-{}-{:02}", year, of_year + 1), std::move(title)};
}

Period period_of(const Recurrence& recurrence, Day due) {
  const int interval = std::max(recurrence.interval, 1);
  switch (recurrence.every) {
    case Frequency::daily:
    case Frequency::weekly:
      return week(due);
    case Frequency::monthly:
      return months(due, interval, recurrence.every);
    case Frequency::quarterly:
      return months(due, 3 * interval, recurrence.every);
    case Frequency::yearly:
      return months(due, 12 * interval, recurrence.every);
  }
  return week(due);
}

calendar::Window window_of(const calendar::Window& series, Day first, Day due) {
  calendar::Window window = series;
  // What is held at an hour is held on that day.
  window.start = series.recurrence->from_time ? due : std::min(first, due);
  window.due = due;
  window.end = due;
  window.due_time = series.recurrence->until_time;
  window.recurrence.reset();
  return window;
}

}  // namespace

bool comes_again(const calendar::Window& window) {
  return window.resolved && window.recurrence && window.recurrence->every != Frequency::daily &&
         !window.continuous;
}

std::vector<TimeOfTask> times_of(const calendar::Window& window, DayRange days) {
  const auto printed_last = window.end ? window.end : window.due;
  const Day first = std::max(days.first, window.start.value_or(days.first));
  const Day last = std::min(days.last, printed_last.value_or(days.last));
  std::vector<TimeOfTask> times;
  for (Day due = window.recurrence->next(first); due <= last && times.size() <= times_max;
       due = window.recurrence->next(plus_days(due, 1))) {
    auto period = period_of(*window.recurrence, due);
    auto one = window_of(window, std::max(period.days.first, first), due);
    times.push_back(
        {std::move(period.suffix), std::move(period.title), period.days, std::move(one)});
  }
  return times;
}

}  // namespace tiendo::definition
