#include "calendar/clause_days.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo::calendar {
namespace {

using Unit = Moment::Unit;

/// "14/04/1994 – 14/4/2024": an anniversary, not a time of thirty years.
constexpr int anniversary_years_min = 5;

/// A month or year that is printed once, after the last of the moments, holds for those before it.
void spread(std::vector<Moment>& moments) {
  const auto take = [](Moment& moment, const Moment& from) {
    if (lacks_month(moment) && from.unit == Unit::day) {
      moment.month = from.month;
      moment.month_of_quarter = from.month_of_quarter;
      moment.lunar = from.lunar;
      moment.leap = from.leap;
      if (moment.month_of_quarter) {
        moment.number = from.number;
      }
    }
  };
  for (std::size_t i = moments.size() - 1; i > 0; --i) {
    take(moments[i - 1], moments[i]);
  }
  for (std::size_t i = 1; i < moments.size(); ++i) {
    take(moments[i], moments[i - 1]);
  }
}

/// "từ ngày 28 đến 02/5", "từ 28/4 đến ngày 02": a range runs forwards, so the month that only one
/// end prints is not that of the other. Says so where it moves one.
Text run_forwards(Moment& first, Moment& last) {
  const bool days = first.unit == Unit::day && last.unit == Unit::day && first.day && last.day;
  if (!days || *first.day <= *last.day || lacks_month(first) == lacks_month(last)) {
    return {};
  }
  const bool begins_before = lacks_month(first);
  const Moment& printed = begins_before ? last : first;
  if (!printed.month) {
    return {};
  }
  Moment& moved = begins_before ? first : last;
  const int month = *printed.month + (begins_before ? -1 : 1);
  moved.month = month < 1 ? 12 : month > 12 ? 1 : month;
  moved.lunar = printed.lunar;
  if (printed.year) {
    moved.year = *printed.year + (month < 1 ? -1 : month > 12 ? 1 : 0);
  }
  return {fmt::format("ngày {} hiểu là của tháng {}", *moved.day, *moved.month),
          fmt::format("day {} is taken to be of month {}", *moved.day, *moved.month)};
}

bool is_anniversary(const Moment& first, const Moment& last) {
  return first.unit == Unit::day && last.unit == Unit::day && first.year && last.year &&
         first.month && first.day == last.day && first.month == last.month &&
         *last.year - *first.year >= anniversary_years_min;
}

Error inverted(const DayRange& first, const DayRange& last) {
  const auto from = to_vietnamese(first.first);
  const auto until = to_vietnamese(last.last);
  return {{fmt::format("kết thúc ({}) trước khi bắt đầu ({}): hãy xem lại hai ngày", until, from),
           fmt::format("it ends ({}) before it begins ({}): look at both dates", until, from)},
          {}};
}

Text next_year_remark(const DayRange& range) {
  return {fmt::format("hiểu là kéo sang năm sau: {} - {}", to_vietnamese(range.first),
                      to_vietnamese(range.last)),
          fmt::format("taken to run into the next year: {} - {}", to_vietnamese(range.first),
                      to_vietnamese(range.last))};
}

Result<ClauseDays> range_of(Moment first, Moment last, int year, const WorkingDays& working_days) {
  const auto days_in = [&](const Moment& moment) { return days_of(moment, year, working_days); };
  if (is_anniversary(first, last)) {
    const auto day = days_in(last);
    return day ? Result<ClauseDays>{ClauseDays{{*day}}} : day.error();
  }
  const bool first_open = lacks_year(first);
  const bool last_open = lacks_year(last);
  const auto year_of = [](const Result<DayRange>& days) {
    return static_cast<int>(days->first.year());
  };
  if (!last_open && first_open) {
    const auto end = days_in(last);
    if (!end) {
      return end.error();
    }
    first.year = year_of(end);
    const auto begin = days_in(first);
    if (begin && begin->first > end->last) {
      first.year = *first.year - 1;
    }
  }
  const auto begin = days_in(first);
  if (!begin) {
    return begin.error();
  }
  if (last_open) {
    last.year = year_of(begin);
  }
  auto end = days_in(last);
  if (!end) {
    return end.error();
  }
  ClauseDays days;
  if (last_open && end->last < begin->first) {
    last.year = *last.year + 1;
    end = days_in(last);
    if (!end) {
      return end.error();
    }
    days.remark = next_year_remark({begin->first, end->last});
  }
  if (end->last < begin->first) {
    return inverted(*begin, *end);
  }
  if (begin->first == end->last) {
    days.remark = {"bắt đầu và kết thúc trong cùng một ngày", "it begins and ends on one day"};
  }
  days.spans = {{begin->first, end->last}};
  days.end_of_first = begin->last;
  return days;
}

/// Days that follow each other without a gap are one time.
std::vector<DayRange> joined(const std::vector<DayRange>& ranges) {
  std::vector<DayRange> result;
  for (const auto& range : ranges) {
    if (!result.empty() && plus_days(result.back().last, 1) == range.first) {
      result.back().last = range.last;
    } else {
      result.push_back(range);
    }
  }
  return result;
}

Result<ClauseDays> list_of(std::vector<Moment> moments, int year, const WorkingDays& working_days) {
  std::optional<int> known;
  for (auto moment = moments.rbegin(); moment != moments.rend(); ++moment) {
    if (!lacks_year(*moment)) {
      known = moment->year;
    } else if (!moment->years_after_issue) {
      moment->year = known;
    }
  }
  known.reset();
  std::vector<DayRange> ranges;
  for (auto& moment : moments) {
    known = moment.year ? moment.year : known;
    const auto days = days_of(moment, known.value_or(year), working_days);
    if (!days) {
      return days.error();
    }
    ranges.push_back(*days);
  }
  return ClauseDays{joined(ranges)};
}

/// The years of the period in which the series lies inside it; else those in which it touches it.
std::vector<int> years_in_period(const Series& series, DayRange period,
                                 const WorkingDays& working_days) {
  std::vector<int> inside;
  std::vector<int> touching;
  const int first = static_cast<int>(period.first.year());
  const int last = static_cast<int>(period.last.year());
  for (int year = first; year <= last && year - first < 100; ++year) {
    const auto days = days_of(series, year, working_days);
    if (!days || days->spans.empty()) {
      continue;
    }
    const auto begin = days->spans.front().first;
    const auto end = days->spans.back().last;
    if (begin >= period.first && end <= period.last) {
      inside.push_back(year);
    } else if (begin <= period.last && end >= period.first) {
      touching.push_back(year);
    }
  }
  return inside.empty() ? touching : inside;
}

Result<int> year_of_period(const Series& series, DayRange period, const WorkingDays& working_days) {
  if (period.first.year() == period.last.year()) {
    return static_cast<int>(period.first.year());
  }
  const auto years = years_in_period(series, period, working_days);
  if (years.size() == 1) {
    return years.front();
  }
  const auto range =
      fmt::format("{} - {}", to_vietnamese(period.first), to_vietnamese(period.last));
  return Error{
      {fmt::format("không rõ năm nào trong kỳ kế hoạch {}: hãy ghi năm", range),
       fmt::format("which year of the plan's period {} is not said: write the year", range)},
      {}};
}

/// The year of a document. Its lunar new year is the next one: "trước Tết Nguyên đán" in a document
/// of November.
int year_of_issue(const Series& series, Day issued, const WorkingDays& working_days) {
  const int year = static_cast<int>(issued.year());
  const auto& moment = series.moments.back();
  const bool new_year = moment.lunar && moment.month == 1 && moment.day;
  const auto days = new_year ? days_of(moment, year, working_days) : Result<DayRange>{Error{}};
  return days && days->last < issued ? year + 1 : year;
}

/// A year that another clause prints: the next one's, else that of the one before.
std::optional<int> year_beside(const Phrase& phrase, std::size_t clause) {
  const auto year = [&](std::size_t i) {
    const auto& other = phrase.clauses[i];
    const bool another = other.in_name || other.role == Role::compared;
    return another ? std::nullopt : printed_year(other.series);
  };
  for (std::size_t i = clause + 1; i < phrase.clauses.size(); ++i) {
    if (const auto found = year(i)) {
      return found;
    }
  }
  for (std::size_t i = clause; i > 0; --i) {
    if (const auto found = year(i - 1)) {
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace

bool lacks_year(const Series& series) {
  return std::ranges::all_of(series.moments,
                             [](const Moment& moment) { return lacks_year(moment); });
}

std::optional<int> printed_year(const Series& series) {
  for (auto moment = series.moments.rbegin(); moment != series.moments.rend(); ++moment) {
    if (moment->year) {
      return moment->year;
    }
  }
  return std::nullopt;
}

Result<ClauseDays> days_of(const Series& series, int year, const WorkingDays& working_days) {
  auto moments = series.moments;
  const auto remark = series.is_range ? run_forwards(moments.front(), moments.back()) : Text{};
  spread(moments);
  auto days = series.is_range ? range_of(moments.front(), moments.back(), year, working_days)
                              : list_of(std::move(moments), year, working_days);
  if (days && days->remark.vi.empty()) {
    days->remark = remark;
  }
  return days;
}

const WorkingDays& working_days_of(const ExpressionContext& context) {
  static const WorkingDays by_law;
  return context.working_days != nullptr ? *context.working_days : by_law;
}

Result<int> year_around(const Phrase& phrase, std::size_t clause,
                        const ExpressionContext& context) {
  const auto& series = phrase.clauses[clause].series;
  if (const auto offset = series.moments.back().years_after_issue) {
    const bool of_other_year =
        context.period && context.issued && context.period->first.year() != context.issued->year();
    if (*offset != 0 && of_other_year) {
      return Error{
          {"“năm sau”, “năm trước” tính từ năm ban hành hay từ kỳ kế hoạch là không rõ: hãy "
           "ghi năm",
           "whether \"next year\", \"last year\" are counted from the day of issue or the "
           "plan's period is not said: write the year"},
          {}};
    }
    if (context.issued) {
      return static_cast<int>(context.issued->year()) + *offset;
    }
    return Error{{"“năm nay”, “năm sau” cần ngày ban hành văn bản: hãy ghi năm",
                  "\"this year\", \"next year\" need the day of issue: write the year"},
                 {}};
  }
  if (const auto beside = year_beside(phrase, clause)) {
    return *beside;
  }
  if (context.heading_year) {
    return *context.heading_year;
  }
  if (context.period) {
    return year_of_period(series, *context.period, working_days_of(context));
  }
  for (const auto& other : phrase.clauses) {
    if (const auto year = printed_year(other.series); other.in_name && year) {
      return *year;
    }
  }
  if (context.issued) {
    return year_of_issue(series, *context.issued, working_days_of(context));
  }
  return Error{{"không rõ năm nào: hãy ghi năm, hoặc cho kỳ kế hoạch hay ngày ban hành",
                "which year is not said: write it, or give the plan's period or the day of issue"},
               {}};
}

}  // namespace tiendo::calendar
