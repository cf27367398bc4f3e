#include <algorithm>
#include <utility>

#include "calendar/phrase.hpp"

namespace tiendo::calendar {
namespace {

/// "tuần", "tháng", "quý", "năm" as a period that comes back, not as a date ("tháng 4", "năm
/// 2025"). `counted`: after "mỗi", where a number counts what comes ("mỗi quý 02 tin bài").
std::optional<Frequency> read_period(Cursor& cursor, bool counted = false) {
  constexpr std::pair<std::string_view, Frequency> periods[] = {{"ngày", Frequency::daily},
                                                                {"tuần", Frequency::weekly},
                                                                {"tháng", Frequency::monthly},
                                                                {"quý", Frequency::quarterly},
                                                                {"năm", Frequency::yearly}};
  const auto begin = cursor.at();
  for (const auto& [word, frequency] : periods) {
    if (!cursor.accept(word)) {
      continue;
    }
    const bool times =
        cursor.is_number() && (cursor.peek(1).text == "lần" || (counted && cursor.is_word(1)));
    Cursor ahead = cursor;
    const bool dated = (cursor.is_number() && !times) || ahead.accept("làm việc") ||
                       (frequency == Frequency::quarterly && read_roman(ahead)) ||
                       ahead.accept_any({"đầu", "cuối", "học", "quốc tế"});
    if (!dated) {
      return frequency;
    }
  }
  cursor.set(begin);
  return std::nullopt;
}

/// So many times in a period: "02 lần/năm" comes back every six months. Times that do not divide it
/// evenly come back with it, and `unplaced` says how many they are.
Recurrence times_in(int times, Frequency period, int& unplaced) {
  Recurrence recurrence{.every = period};
  const int months = period == Frequency::yearly ? 12 : period == Frequency::quarterly ? 3 : 0;
  if (times > 1 && months > 0 && months % times == 0) {
    recurrence.every = Frequency::monthly;
    recurrence.interval = months / times;
  } else if (times > 1) {
    unplaced = times;
  }
  return recurrence;
}

/// "một lần", "/lần" after a period, "2 lần" after "mỗi năm".
int read_repetitions(Cursor& cursor) {
  const auto begin = cursor.at();
  const auto times = read_count(cursor);
  if (times && *times > 0 && cursor.accept("lần")) {
    return *times;
  }
  cursor.set(begin);
  return 0;
}

/// "hằng tháng", "mỗi quý một lần", "từng năm", "hằng tháng, quý".
std::optional<Recurrence> read_every(Cursor& cursor, int& unplaced) {
  cursor.accept("định kỳ");
  if (!cursor.accept_any({"hằng", "hàng", "mỗi", "từng"})) {
    return std::nullopt;
  }
  const auto before_number = cursor.at();
  auto interval = cursor.sees("năm") ? std::nullopt : read_count(cursor);
  if (interval.value_or(1) < 1) {
    cursor.set(before_number);
    interval.reset();
  }
  const auto period = read_period(cursor, true);
  if (!period) {
    return std::nullopt;
  }
  const int times = read_repetitions(cursor);
  auto recurrence = times_in(times, *period, unplaced);
  if (times == 0 && cursor.is_number() && cursor.is_word(1)) {
    unplaced = cursor.peek().value > 1 ? cursor.peek().value : 0;
    cursor.skip();
  }
  if (interval) {
    recurrence.interval *= *interval;
  }
  return recurrence;
}

/// "định kỳ 6 tháng", "6 tháng một lần", "quý/lần", "thường niên", "theo quý".
std::optional<Recurrence> read_interval(Cursor& cursor, int& /*unplaced*/) {
  if (cursor.accept("thường niên")) {
    return Recurrence{.every = Frequency::yearly};
  }
  const bool regular = cursor.accept_any({"định kỳ", "định kì"});
  const bool by = !regular && cursor.accept("theo");
  const auto before_number = cursor.at();
  auto interval = read_count(cursor);
  auto period = read_period(cursor);
  if (!period) {
    cursor.set(before_number);
    interval.reset();
    period = read_period(cursor);
  }
  if (!period || interval.value_or(1) < 1) {
    return std::nullopt;
  }
  const auto after_period = cursor.at();
  const bool stroke = cursor.accept("/");
  const bool once = (stroke && cursor.accept("lần")) || read_repetitions(cursor) == 1;
  if (!once) {
    cursor.set(after_period);
  }
  if (!once && !regular && !by) {
    return std::nullopt;
  }
  return Recurrence{.every = *period, .interval = interval.value_or(1)};
}

/// "01 lần/tháng", "hai lần một năm", "1 lần/2 tháng".
std::optional<Recurrence> read_frequency(Cursor& cursor, int& unplaced) {
  const auto times = read_count(cursor);
  if (!times || *times < 1 || !cursor.accept("lần")) {
    return std::nullopt;
  }
  if (!cursor.accept_any({"/", "một", "mỗi", "trong", "trên"})) {
    return std::nullopt;
  }
  const auto number = *times == 1 && cursor.is_number() ? read_count(cursor) : std::nullopt;
  const auto period = read_period(cursor);
  if (!period || number.value_or(1) < 1) {
    return std::nullopt;
  }
  auto recurrence = times_in(*times, *period, unplaced);
  recurrence.interval *= number.value_or(1);
  return recurrence;
}

/// "đầu mỗi tháng", "thượng tuần hằng tháng", "giữa mỗi quý": up to the end of that part.
std::optional<Recurrence> read_part_of_every(Cursor& cursor, int& unplaced) {
  const auto part = read_third(cursor);
  cursor.accept_any({"của", "trong"});
  auto recurrence = part ? read_every(cursor, unplaced) : std::nullopt;
  if (!recurrence || recurrence->interval != 1) {
    return std::nullopt;
  }
  if (recurrence->every == Frequency::daily || recurrence->every == Frequency::weekly) {
    return std::nullopt;
  }
  if (*part == Part::last) {
    return recurrence;  // its end is that of the period
  }
  constexpr int third_days = 10;
  const int ordinal = static_cast<int>(*part) + 1;
  if (recurrence->every == Frequency::monthly) {
    recurrence->day = third_days * ordinal;
  } else if (recurrence->every == Frequency::quarterly) {
    recurrence->month = ordinal;
  } else {
    recurrence->month = *part == Part::first ? 3 : 7;  // as "đầu năm", "giữa năm"
  }
  return recurrence;
}

/// ", quý, năm", "/quý/năm" after "hằng tháng".
void read_further_periods(Cursor& cursor, Phrase& phrase) {
  while (true) {
    const auto before = cursor.at();
    const bool joined = cursor.accept_any({", và", ",", "/", "và", "hoặc"});
    Cursor ahead = cursor;
    const bool date = read_moment(ahead, Introduced::yes).has_value();
    const auto number = joined && !date && !cursor.sees("năm") ? read_count(cursor) : std::nullopt;
    const auto period = joined && !date ? read_period(cursor) : std::nullopt;
    if (!period || *period == Frequency::daily || number.value_or(1) < 1) {
      cursor.set(before);
      return;
    }
    phrase.recurrences.push_back({.every = *period, .interval = number.value_or(1)});
  }
}

/// "T2, T4, T6 hằng tuần": the short forms are months elsewhere.
bool read_weekdays_of_weeks(Cursor& cursor, Phrase& phrase) {
  const auto part = read_part_of_day(cursor);
  auto weekdays = read_weekdays(cursor);
  int unplaced = 0;
  const auto recurrence = weekdays ? read_every(cursor, unplaced) : std::nullopt;
  if (!recurrence || recurrence->every != Frequency::weekly || unplaced > 0) {
    return false;
  }
  phrase.weekdays = std::move(*weekdays);
  phrase.part_of_day = part;
  phrase.recurrences.push_back(*recurrence);
  return true;
}

}  // namespace

bool read_recurrence(Cursor& cursor, Phrase& phrase) {
  constexpr int interval_max = 120;
  const auto begin = cursor.at();
  if (read_weekdays_of_weeks(cursor, phrase)) {
    return true;
  }
  cursor.set(begin);
  for (const auto reader : {read_part_of_every, read_every, read_frequency, read_interval}) {
    int unplaced = 0;
    if (const auto recurrence = reader(cursor, unplaced);
        recurrence && recurrence->interval <= interval_max) {
      phrase.recurrences.push_back(*recurrence);
      phrase.times_unplaced = std::max(phrase.times_unplaced, unplaced);
      read_further_periods(cursor, phrase);
      return true;
    }
    cursor.set(begin);
  }
  return false;
}

bool read_times(Cursor& cursor, Phrase& phrase) {
  const auto begin = cursor.at();
  const auto part = read_part_of_day(cursor);
  if (auto weekdays = read_weekdays(cursor)) {
    const bool several = !phrase.weekdays.days.empty();
    auto& days = phrase.weekdays.days;
    days.insert(days.end(), weekdays->days.begin(), weekdays->days.end());
    phrase.weekdays.is_range = weekdays->is_range && !several;
    phrase.part_of_day = part;
    return true;
  }
  cursor.set(begin);
  cursor.accept_any({"từ", "trước", "lúc", "vào lúc"});
  const auto times = read_times_of_day(cursor, phrase.part_of_day);
  if (!times) {
    cursor.set(begin);
    return false;
  }
  phrase.from_time = times->from;
  phrase.until_time = times->until;
  return true;
}

}  // namespace tiendo::calendar
