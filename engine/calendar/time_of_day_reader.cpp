#include <array>

#include "calendar/moment_reader.hpp"

namespace tiendo::calendar {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr minutes noon = hours{12};
constexpr minutes end_of_day = hours{24};

/// When a part of the day is, first and last minute.
struct Hours {
  minutes first;
  minutes last;
};

constexpr Hours hours_of(PartOfDay part) {
  switch (part) {
    case PartOfDay::morning:
      return {minutes{0}, noon - minutes{1}};
    case PartOfDay::midday:
      return {hours{10}, hours{15} - minutes{1}};
    case PartOfDay::afternoon:
      return {noon, hours{19} - minutes{1}};
    case PartOfDay::evening:
      return {hours{17}, end_of_day};
    case PartOfDay::night:
      return {hours{20}, end_of_day};
  }
  return {};
}

/// A time by the clock of twelve hours or of twenty-four in a part of the day: 5 in the afternoon
/// is 17:00. Nothing where it does not lie in it: 15 in the morning.
std::optional<minutes> within(minutes time, PartOfDay part) {
  const auto [first, last] = hours_of(part);
  for (const auto candidate : {time, time + noon}) {
    if (candidate >= first && candidate <= last) {
      return candidate;
    }
  }
  const bool small_hours = part == PartOfDay::night && time < hours{5};
  return small_hours ? std::optional{time} : std::nullopt;
}

/// What is printed of a time of day.
struct Clock {
  minutes time;
  std::optional<PartOfDay> part = {};
};

/// "30", "30 phút", "rưỡi" after the hour. A number with a space before it may begin a date.
int read_minute(Cursor& c) {
  if (c.accept("rưỡi")) {
    return 30;
  }
  const auto& after = c.peek(1).text;
  const bool date = !c.is_glued(0) && (after == "/" || after == "-" || after == "tháng");
  const bool minute = c.is_number() && !date &&
                      (c.peek().digits == 2 || (c.peek().digits == 1 && c.is_glued(0)) ||
                       (c.peek().digits == 1 && after == "phút"));
  if (!minute) {
    return 0;
  }
  const int value = c.peek().value;
  c.skip();
  c.accept_any({"phút", "p", "'"});
  return value;
}

/// "17:00", "17:00:00" from the colon on.
std::optional<int> read_minute_after_colon(Cursor& c) {
  if (!c.sees(":") || !c.is_glued(0) || !c.is_number(1) || c.peek(1).digits != 2) {
    return std::nullopt;
  }
  const int minute = c.peek(1).value;
  c.skip(2);
  const bool seconds = c.sees(":") && c.is_number(1);
  c.skip(seconds ? 2 : 0);
  return minute;
}

/// Hours in words are a length of time as well ("năm giờ học"): the part of the day, or the day,
/// has to follow.
bool word_may_be_hour(Cursor c) {
  return read_part_of_day(c) || c.sees_any({"ngày", ", ngày"});
}

std::optional<Clock> read_clock(Cursor& c) {
  const bool in_words = !c.is_number();
  if (c.peek().digits > 2) {
    return std::nullopt;
  }
  const auto hour = read_count(c);
  if (!hour) {
    return std::nullopt;
  }
  auto minute = in_words ? std::nullopt : read_minute_after_colon(c);
  if (!minute) {
    const bool hour_word =
        c.accept("giờ") || (!in_words && c.is_glued(0) && c.accept_any({"h", "g"}));
    if (!hour_word) {
      return std::nullopt;
    }
    minute = read_minute(c);
  }
  Clock clock{.time = hours{*hour} + minutes{*minute}};
  const bool exists = *minute <= 59 && clock.time <= end_of_day;
  if (!exists || c.sees_any({"làm việc", "kể từ", "kém"}) || (in_words && !word_may_be_hour(c))) {
    return std::nullopt;
  }
  clock.part = read_part_of_day(c);
  if (clock.part) {
    const auto time = within(clock.time, *clock.part);
    if (!time) {
      return std::nullopt;
    }
    clock.time = *time;
  }
  return clock;
}

/// The part of the day that stands beside both times: "từ 2 giờ đến 4 giờ chiều". One in which the
/// time does not lie does not hold for it: "sáng 15/4, từ 8h đến 14h".
void put_within(Clock& clock, std::optional<PartOfDay> part) {
  if (!clock.part && part) {
    clock.time = within(clock.time, *part).value_or(clock.time);
  }
}

std::optional<TimesOfDay> read_times(Cursor& c, std::optional<PartOfDay> part) {
  auto first = read_clock(c);
  if (!first) {
    return std::nullopt;
  }
  const auto after_first = c.at();
  auto last = c.accept_any({"đến", "tới", "-"}) ? read_clock(c) : std::nullopt;
  if (!last) {
    c.set(after_first);
    put_within(*first, part);
    return TimesOfDay{.from = {}, .until = first->time};
  }
  put_within(*last, part);
  Clock early = *first;
  put_within(early, last->part ? last->part : part);
  first = early.time < last->time ? early : *first;
  return first->time < last->time ? std::optional{TimesOfDay{first->time, last->time}}
                                  : std::nullopt;
}

}  // namespace

std::optional<PartOfDay> read_part_of_day(Cursor& cursor) {
  static constexpr std::array<std::pair<std::string_view, PartOfDay>, 5> parts{
      {{"sáng", PartOfDay::morning},
       {"trưa", PartOfDay::midday},
       {"chiều", PartOfDay::afternoon},
       {"tối", PartOfDay::evening},
       {"đêm", PartOfDay::night}}};
  if (cursor.sees_any({"tối thiểu", "tối đa", "tối ưu"})) {
    return std::nullopt;
  }
  const auto before = cursor.at();
  cursor.accept("buổi");
  for (const auto& [word, part] : parts) {
    if (cursor.accept(word)) {
      return part;
    }
  }
  cursor.set(before);
  return std::nullopt;
}

std::optional<TimesOfDay> read_times_of_day(Cursor& cursor, std::optional<PartOfDay> part) {
  const auto before = cursor.at();
  auto times = read_times(cursor, part);
  if (!times) {
    cursor.set(before);
  }
  return times;
}

std::optional<minutes> read_time_of_day(Cursor& cursor) {
  const auto before = cursor.at();
  const auto clock = read_clock(cursor);
  if (!clock) {
    cursor.set(before);
    return std::nullopt;
  }
  return clock->time;
}

}  // namespace tiendo::calendar
