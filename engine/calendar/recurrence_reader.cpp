#include "calendar/phrase.hpp"

namespace tiendo::calendar {
namespace {

/// "tuần", "tháng", "quý", "năm" as a period that comes back, not as a date ("tháng 4", "năm
/// 2025").
std::optional<Frequency> read_period(Cursor& cursor) {
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
    const bool times = cursor.is_number() && cursor.peek(1).text == "lần";
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

/// So many times in a period: "02 lần/năm" comes back every six months.
Recurrence times_in(int times, Frequency period) {
  Recurrence recurrence{.every = period};
  const int months = period == Frequency::yearly ? 12 : period == Frequency::quarterly ? 3 : 0;
  if (times > 1 && months > 0 && months % times == 0) {
    recurrence.every = Frequency::monthly;
    recurrence.interval = months / times;
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
std::optional<Recurrence> read_every(Cursor& cursor) {
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
  const auto period = read_period(cursor);
  if (!period) {
    return std::nullopt;
  }
  const int times = read_repetitions(cursor);
  auto recurrence = times_in(times, *period);
  if (interval) {
    recurrence.interval *= *interval;
  }
  return recurrence;
}

/// "định kỳ 6 tháng", "6 tháng một lần", "quý/lần", "thường niên", "theo quý".
std::optional<Recurrence> read_interval(Cursor& cursor) {
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
  const bool once = cursor.accept("/ lần") || read_repetitions(cursor) == 1;
  if (!once && !regular && !by) {
    return std::nullopt;
  }
  return Recurrence{.every = *period, .interval = interval.value_or(1)};
}

/// "01 lần/tháng", "hai lần một năm".
std::optional<Recurrence> read_frequency(Cursor& cursor) {
  const auto times = read_count(cursor);
  if (!times || *times < 1 || !cursor.accept("lần")) {
    return std::nullopt;
  }
  if (!cursor.accept_any({"/", "một", "mỗi", "trong", "trên"})) {
    return std::nullopt;
  }
  const auto period = read_period(cursor);
  return period ? std::optional{times_in(*times, *period)} : std::nullopt;
}

}  // namespace

bool read_recurrence(Cursor& cursor, Phrase& phrase) {
  constexpr int interval_max = 120;
  const auto begin = cursor.at();
  for (const auto reader : {read_every, read_frequency, read_interval}) {
    if (const auto recurrence = reader(cursor);
        recurrence && recurrence->interval <= interval_max) {
      phrase.recurrences.push_back(*recurrence);
      return true;
    }
    cursor.set(begin);
  }
  return false;
}

bool read_times(Cursor& cursor, Phrase& phrase) {
  const auto begin = cursor.at();
  const auto part = read_part_of_day(cursor);
  if (const auto weekday = read_weekday(cursor)) {
    phrase.weekday = weekday;
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
