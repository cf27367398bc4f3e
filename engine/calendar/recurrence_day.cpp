#include "calendar/recurrence_day.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "calendar/clause_days.hpp"

namespace tiendo::calendar {
namespace {

using Unit = Moment::Unit;

/// Any year that is no leap year: days of a recurrence are those of every year.
constexpr int ordinary_year = 2025;
constexpr int months_of_year = 12;

bool is_day_without_month(const Clause& clause) {
  const auto& moment = clause.series.moments.back();
  const bool in_any_quarter = !moment.month_of_quarter || moment.number == 0;
  return moment.unit == Unit::day && !moment.month && in_any_quarter;
}

bool is_list(const Clause& clause) {
  return clause.series.moments.size() > 1 && !clause.series.is_range;
}

Error lunar_day() {
  return {{"ngày âm lịch mỗi kỳ một khác: hãy ghi ngày dương lịch của từng kỳ",
           "a lunar day is another one each time: write the day of each period"},
          {}};
}

/// "trước ngày 20 hằng tháng", "ngày 15 tháng cuối quý": the day within the month.
Result<bool> put_day_of_month(Recurrence& recurrence, const Clause& clause) {
  const auto& moment = clause.series.moments.back();
  if (is_list(clause)) {
    return Error{several_days(), {}};
  }
  if (moment.lunar) {
    return lunar_day();
  }
  if (*moment.day < 1 || *moment.day > 31) {
    return Error{{fmt::format("không có ngày {}: ngày trong tháng từ 1 đến 31", *moment.day),
                  fmt::format("there is no day {}: days of a month go from 1 to 31", *moment.day)},
                 {}};
  }
  recurrence.day = moment.day;
  recurrence.before = clause.role == Role::before;
  recurrence.until_time = moment.until_time;
  if (moment.month_of_quarter) {
    recurrence.month = static_cast<int>(*moment.month_of_quarter) + 1;
  }
  return true;
}

/// A day within the year; a whole month has none.
struct DayOfYear {
  int month = 0;
  std::optional<int> day = {};
};

DayOfYear day_of_year(DayRange span, bool before, bool one_day) {
  const Day day = before ? span.first : span.last;
  const Day month_end{day.year() / day.month() / std::chrono::last};
  const bool whole_month = !before && day == month_end && !one_day;
  DayOfYear result{.month = static_cast<int>(unsigned{day.month()})};
  if (!whole_month) {
    result.day = static_cast<int>(unsigned{day.day()});
  }
  return result;
}

/// "20/6 và 20/12", "tháng 3, 6, 9, 12": the same day, so many months apart all the year round.
/// Gives how many months.
std::optional<int> even_interval(const std::vector<DayOfYear>& days) {
  const int count = static_cast<int>(days.size());
  if (count == 0) {
    return std::nullopt;
  }
  const int interval = months_of_year % count == 0 ? months_of_year / count : 0;
  for (int i = 0; i < count; ++i) {
    const auto& at = days[static_cast<std::size_t>(i)];
    if (interval == 0 || at.day != days.front().day || at.month > interval * (i + 1) ||
        at.month != days.front().month + interval * i) {
      return std::nullopt;
    }
  }
  return interval;
}

/// "sau ngày 25 hằng tháng", "từ 01/11 hằng năm".
Error only_begins() {
  return {{"chu kỳ chỉ có ngày bắt đầu của mỗi kỳ, không có hạn: hãy ghi hạn",
           "the recurrence has the first day of each period and no limit: write the limit"},
          {}};
}

/// The days of each moment of a list; none if one of them has no day.
std::vector<DayOfYear> days_of_year(const Clause& clause, const WorkingDays& working_days) {
  const bool before = clause.role == Role::before;
  bool month_ends = !before;
  std::vector<DayOfYear> days;
  for (const auto& moment : clause.series.moments) {
    const auto span = days_of(moment, ordinary_year, working_days);
    if (!span) {
      return {};
    }
    days.push_back(day_of_year(*span, before, is_one_day(moment)));
    month_ends =
        month_ends && span->last == Day{span->last.year() / span->last.month() / std::chrono::last};
  }
  if (month_ends) {
    for (auto& day : days) {
      day.day.reset();  // "31/3, 30/6, 30/9, 31/12" are one day of their months: the last
    }
  }
  return days;
}

/// "02 lần/năm (tháng 6 và tháng 12)": the months of a recurrence of several months.
bool put_months(Recurrence& recurrence, const Clause& clause, const WorkingDays& working_days) {
  const bool fits = recurrence.every == Frequency::monthly && recurrence.interval > 1 &&
                    !recurrence.month && is_list(clause) && lacks_year(clause.series);
  const auto days = fits ? days_of_year(clause, working_days) : std::vector<DayOfYear>{};
  if (even_interval(days) != recurrence.interval) {
    return false;
  }
  recurrence.month = days.front().month;
  recurrence.day = days.front().day;
  recurrence.before = clause.role == Role::before;
  return true;
}

/// "trước ngày 20/11 hằng năm", "tháng 12 hằng năm", "quý IV hằng năm": the days within the year.
Result<bool> put_day_of_year(Recurrence& recurrence, const Clause& clause,
                             const WorkingDays& working_days) {
  const auto& moments = clause.series.moments;
  if (std::ranges::any_of(moments, &Moment::lunar)) {
    return lunar_day();
  }
  const auto all = days_of(clause.series, ordinary_year, working_days);
  if (!all) {
    return false;  // said where the clause gets its days
  }
  const bool before = clause.role == Role::before;
  auto days = is_list(clause) ? days_of_year(clause, working_days) : std::vector<DayOfYear>{};
  if (const auto interval = even_interval(days)) {
    recurrence.every = Frequency::monthly;
    recurrence.interval = *interval;
  } else if (all->spans.size() > 1) {
    return Error{several_days(), {}};
  } else {
    days = {day_of_year(all->spans.front(), before, is_one_day(moments.back()))};
  }
  recurrence.month = days.front().month;
  recurrence.day = days.front().day;
  recurrence.before = before;
  recurrence.until_time = moments.back().until_time;
  return true;
}

/// "trước ngày 15/12 hằng năm và trước ngày 15/6 hằng năm": a second day for the same period.
bool is_another_day(const Recurrence& recurrence, const Clause& clause) {
  const bool on_day = clause.role == Role::at || clause.role == Role::before ||
                      clause.role == Role::latest || clause.role == Role::through;
  const bool of_year = recurrence.every == Frequency::yearly && lacks_year(clause.series) &&
                       clause.series.moments.back().unit != Unit::year;
  const bool of_month = recurrence.every != Frequency::weekly && is_day_without_month(clause);
  return on_day && !clause.series.is_range && (of_year || of_month);
}

}  // namespace

Text several_days() {
  return {"chu kỳ có nhiều ngày trong một kỳ: hãy ghi mỗi ngày thành một việc",
          "the recurrence has several days in a period: write each day as a task of its own"};
}

Result<bool> put_day(Recurrence& recurrence, const Clause& clause,
                     const WorkingDays& working_days) {
  const auto& last = clause.series.moments.back();
  const bool counts = clause.role != Role::except && clause.role != Role::replaced &&
                      clause.role != Role::compared && !last.pick && !clause.peak;
  if (!counts || recurrence.every == Frequency::daily) {
    return false;
  }
  const bool begins = clause.role == Role::from || clause.role == Role::after;
  if (recurrence.day || (recurrence.every == Frequency::yearly && recurrence.month)) {
    return is_another_day(recurrence, clause) ? Result<bool>{Error{several_days(), {}}} : false;
  }
  if (recurrence.every == Frequency::yearly) {
    const bool undated =
        lacks_year(clause.series) && !is_day_without_month(clause) && last.unit != Unit::year;
    if (undated && begins) {
      return only_begins();
    }
    return undated ? put_day_of_year(recurrence, clause, working_days) : Result<bool>{false};
  }
  if (put_months(recurrence, clause, working_days)) {
    return true;
  }
  const bool of_month = is_day_without_month(clause) && recurrence.every != Frequency::weekly;
  if (of_month && begins) {
    return only_begins();
  }
  return of_month ? put_day_of_month(recurrence, clause) : Result<bool>{false};
}

}  // namespace tiendo::calendar
