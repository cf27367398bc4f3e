#include "calendar/exceptions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo::calendar {
namespace {

std::string shown(const DayRange& days) {
  const auto first = to_vietnamese(days.first);
  return days.first == days.last ? first : fmt::format("{} - {}", first, to_vietnamese(days.last));
}

/// What the phrase says of exceptions that are no dates.
void warn_of_words(const Phrase& phrase, Remarks& remarks) {
  if (!phrase.exception.empty()) {
    remarks.warn({fmt::format("kèm ngoại lệ “{}”, chưa tính vào thời gian", phrase.exception),
                  fmt::format("with an exception, \"{}\", that is not worked into the window",
                              phrase.exception)});
  }
  if (phrase.days_off_excepted) {
    remarks.warn({"không tính ngày nghỉ trong khoảng này", "days off in it do not count"});
  }
}

bool holds(const DayRange& days, const std::optional<Day>& day) {
  return day && days.first <= *day && *day <= days.last;
}

/// `exceptions` in order: each may begin where the one before ended.
void shorten(const std::vector<DayRange>& exceptions, Window& window) {
  for (const auto& days : exceptions) {
    if (holds(days, window.start)) {
      window.start = plus_days(days.last, 1);
    }
  }
  for (auto days = exceptions.rbegin(); days != exceptions.rend(); ++days) {
    if (holds(*days, window.due)) {
      window.due = window.end = plus_days(days->first, -1);
      window.due_time.reset();
    }
  }
}

}  // namespace

std::vector<DayRange> take_exceptions(std::vector<Dated>& dated) {
  std::vector<DayRange> exceptions;
  for (const auto& time : dated) {
    if (time.role == Role::except) {
      exceptions.push_back(time.span);
    }
  }
  std::erase_if(dated, [](const Dated& time) { return time.role == Role::except; });
  std::ranges::sort(exceptions, {}, &DayRange::first);
  return exceptions;
}

void subtract(const std::vector<DayRange>& exceptions, const Phrase& phrase, Window& window) {
  Remarks remarks{window};
  const bool any = !exceptions.empty() || phrase.days_off_excepted;
  if (any && (window.recurrence || !phrase.limits.empty())) {
    window.due = window.end = std::nullopt;
    remarks.fail({"có ngày không tính trong chu kỳ hoặc thời hạn: hãy ghi rõ ngày được tính",
                  "some days do not count in the recurrence or limit: write those that do"});
    return;
  }
  warn_of_words(phrase, remarks);
  if (exceptions.empty()) {
    return;
  }
  const bool found = window.start || window.due || window.continuous;
  for (const auto& days : exceptions) {
    const auto range = shown(days);
    if (!found) {
      remarks.fail(
          {fmt::format("chỉ biết thời gian không tính ({}): hãy ghi thời gian được tính", range),
           fmt::format("only the days that do not count are known ({}): write those that do",
                       range)});
      return;
    }
    remarks.warn({fmt::format("không tính {}", range), fmt::format("without {}", range)});
  }
  shorten(exceptions, window);
  if (window.start && window.end && *window.end < *window.start) {
    window.start = window.due = window.end = std::nullopt;
    remarks.fail({"thời gian không tính phủ hết thời gian được tính: hãy xem lại",
                  "the days that do not count cover those that do: look at them again"});
  }
}

}  // namespace tiendo::calendar
