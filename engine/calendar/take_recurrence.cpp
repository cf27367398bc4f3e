#include <algorithm>

#include "calendar/clause_days.hpp"
#include "calendar/window_builder.hpp"

namespace tiendo::calendar {
namespace {

using Unit = Moment::Unit;

int days_of_period(const Recurrence& recurrence) {
  switch (recurrence.every) {
    case Frequency::daily:
      return recurrence.interval;
    case Frequency::weekly:
      return 7 * recurrence.interval;
    case Frequency::monthly:
      return 30 * recurrence.interval;
    case Frequency::quarterly:
      return 91 * recurrence.interval;
    case Frequency::yearly:
      return 365 * recurrence.interval;
  }
  return 0;
}

/// "trước ngày 20 hằng tháng", "ngày 15 tháng cuối quý": the day within the month.
void set_day(Recurrence& recurrence, const Clause& clause) {
  const auto& moment = clause.series.moments.back();
  recurrence.day = moment.day;
  recurrence.before = clause.role == Role::before;
  recurrence.until_time = moment.until_time;
  if (moment.month_of_quarter) {
    recurrence.month = static_cast<int>(*moment.month_of_quarter) + 1;
  }
}

/// "trước ngày 20/11 hằng năm", "tháng 12 hằng năm", "quý IV hằng năm": the day within the year.
bool set_day_of_year(Recurrence& recurrence, const Clause& clause,
                     const WorkingDays& working_days) {
  constexpr int ordinary_year = 2025;
  const auto days = days_of(clause.series, ordinary_year, working_days);
  if (!days) {
    return false;
  }
  const bool before = clause.role == Role::before;
  const Day day = before ? days->spans.front().first : days->spans.front().last;
  const Day month_end{day.year() / day.month() / std::chrono::last};
  recurrence.month = static_cast<int>(unsigned{day.month()});
  recurrence.before = before;
  recurrence.until_time = clause.series.moments.back().until_time;
  const bool whole_month =
      !before && day == month_end && clause.series.moments.back().unit != Unit::day;
  if (!whole_month) {
    recurrence.day = static_cast<int>(unsigned{day.day()});
  }
  return true;
}

bool is_day_without_month(const Clause& clause) {
  const auto& moment = clause.series.moments.back();

  const bool in_any_quarter = !moment.month_of_quarter || moment.number == 0;
  return moment.unit == Unit::day && !moment.month && in_any_quarter;
}

/// "thứ Hai đầu tiên của tháng 9" beside "hằng năm".
bool is_pick_without_year(const Clause& clause) {
  return clause.series.moments.back().pick && lacks_year(clause.series);
}

/// Whether the clause names the day of the recurrence, and if so puts it there.
bool goes_into(Recurrence& recurrence, const Clause& clause, const WorkingDays& working_days,
               Text& remark) {
  const bool counts = clause.role != Role::except && clause.role != Role::replaced &&
                      clause.role != Role::compared && !clause.series.moments.back().pick;
  if (!counts || recurrence.day || recurrence.every == Frequency::daily) {
    return false;
  }
  if (recurrence.every == Frequency::yearly) {
    const bool undated = lacks_year(clause.series) && !is_day_without_month(clause) &&
                         clause.series.moments.back().unit != Unit::year;
    if (undated && clause.series.moments.size() > 1 && !clause.series.is_range) {
      remark = {"có nhiều mốc trong một năm; chỉ giữ mốc đầu",
                "several days of the year are printed; the first is kept"};
    }
    return undated && !recurrence.month && set_day_of_year(recurrence, clause, working_days);
  }
  if (is_day_without_month(clause) && recurrence.every != Frequency::weekly) {
    set_day(recurrence, clause);
    return true;
  }
  return false;
}

}  // namespace

std::optional<Recurrence> take_recurrence(Phrase& phrase, const ExpressionContext& context,
                                          Text& remark) {
  const bool quarterly = std::ranges::any_of(phrase.clauses, [](const Clause& clause) {
    const auto& moment = clause.series.moments.back();
    return moment.month_of_quarter && moment.number == 0;
  });
  if (phrase.recurrences.empty() && quarterly) {
    phrase.recurrences.push_back({.every = Frequency::quarterly});
  }
  if (phrase.recurrences.empty()) {
    return std::nullopt;
  }
  auto recurrence = *std::ranges::min_element(phrase.recurrences, {}, days_of_period);
  if (quarterly && recurrence.every == Frequency::monthly) {
    recurrence.every = Frequency::quarterly;
  }
  if (phrase.recurrences.size() > 1) {
    remark = {"có nhiều chu kỳ; chỉ lấy chu kỳ ngắn nhất",
              "several recurrences are printed; the shortest is kept"};
  }
  if (recurrence.every == Frequency::weekly) {
    recurrence.weekday = phrase.weekday;
  }
  if (std::ranges::any_of(phrase.clauses, is_pick_without_year)) {
    phrase.turned = {
        "chu kỳ theo thứ hoặc ngày làm việc trong tháng, quý, năm chưa tính được: hãy ghi ngày",
        "a recurrence by weekday or working day is not worked out: write the day"};
  }
  const auto& working_days = working_days_of(context);
  std::erase_if(phrase.clauses, [&](const Clause& clause) {
    return goes_into(recurrence, clause, working_days, remark);
  });
  recurrence.from_time = phrase.from_time;
  if (phrase.until_time) {
    recurrence.until_time = phrase.until_time;
  }
  const bool inclusive = recurrence.before && context.before_day == BeforeDay::inclusive;
  recurrence.before = recurrence.before && !inclusive;
  if (recurrence.every == Frequency::quarterly && recurrence.day && !recurrence.month) {
    remark = {"không rõ tháng nào của quý; lấy tháng cuối quý",
              "which month of the quarter is not said; the last one is taken"};
  }
  return recurrence;
}

}  // namespace tiendo::calendar
