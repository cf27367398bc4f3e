#include <fmt/format.h>

#include <algorithm>

#include "calendar/clause_days.hpp"
#include "calendar/recurrence_day.hpp"
#include "calendar/window_builder.hpp"

namespace tiendo::calendar {
namespace {

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

/// "tháng cuối quý", of no quarter that is named.
bool is_of_any_quarter(const Clause& clause) {
  const auto& moment = clause.series.moments.back();
  return moment.month_of_quarter && moment.number == 0;
}

/// "thứ Hai đầu tiên của tháng 9" beside "hằng năm".
bool is_pick_without_year(const Clause& clause) {
  return clause.series.moments.back().pick && lacks_year(clause.series);
}

void refuse(Phrase& phrase, Text why) {
  if (!phrase.turned) {
    phrase.turned = std::move(why);
  }
}

Text by_weekday() {
  return {"chu kỳ theo thứ hoặc ngày làm việc trong tháng, quý, năm chưa tính được: hãy ghi ngày",
          "a recurrence by weekday or working day is not worked out: write the day"};
}

/// Weeks are counted from a Monday; from which day fourteen or fifteen days are is not said.
void put_into_weeks(Recurrence& recurrence, Phrase& phrase) {
  if (recurrence.every != Frequency::daily || recurrence.interval == 1) {
    return;
  }
  if (recurrence.interval % 7 == 0) {
    recurrence = {.every = Frequency::weekly, .interval = recurrence.interval / 7};
    return;
  }
  refuse(phrase,
         {fmt::format("chu kỳ {} ngày không rõ tính từ ngày nào: hãy ghi tuần hoặc tháng",
                      recurrence.interval),
          fmt::format("from which day {} days are counted is not said: write weeks or months",
                      recurrence.interval)});
}

void set_weekday(Recurrence& recurrence, Phrase& phrase) {
  const auto& weekdays = phrase.weekdays;
  if (weekdays.days.empty()) {
    return;
  }
  if (recurrence.every != Frequency::weekly) {
    refuse(phrase, by_weekday());
    return;
  }
  recurrence.weekday = weekdays.days.back();
  if (weekdays.days.size() > 1 && !weekdays.is_range) {
    refuse(phrase, several_days());
  }
}

void remark_times(const Phrase& phrase, Text& remark) {
  if (phrase.recurrences.size() > 1) {
    remark = {"có nhiều chu kỳ; chỉ lấy chu kỳ ngắn nhất",
              "several recurrences are printed; the shortest is kept"};
  } else if (phrase.times_unplaced > 0) {
    remark = {fmt::format("{} lần mỗi kỳ, không rõ những ngày nào; hạn là cuối kỳ",
                          phrase.times_unplaced),
              fmt::format("{} times a period, on which days is not said; due at its end",
                          phrase.times_unplaced)};
  }
}

}  // namespace

std::optional<Recurrence> take_recurrence(Phrase& phrase, const ExpressionContext& context,
                                          Text& remark) {
  const bool quarterly = std::ranges::any_of(phrase.clauses, is_of_any_quarter);
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
  remark_times(phrase, remark);
  put_into_weeks(recurrence, phrase);
  set_weekday(recurrence, phrase);
  if (std::ranges::any_of(phrase.clauses, is_pick_without_year)) {
    refuse(phrase, by_weekday());
  }
  std::erase_if(phrase.clauses, [&](const Clause& clause) {
    const auto taken = put_day(recurrence, clause, working_days_of(context));
    if (!taken) {
      refuse(phrase, taken.error().message);
    }
    return taken && *taken;
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
