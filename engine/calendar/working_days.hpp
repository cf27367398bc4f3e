#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/time.hpp"

namespace tiendo::calendar {

/// The days off of a year, as the yearly notice says them. A day off that is a Saturday or Sunday
/// anyway may be left out.
struct HolidayYear {
  int year = 0;
  std::string notice;  // the citation; empty: computed by law, no notice yet
  std::vector<Day> days_off;
  std::vector<Day> saturdays_worked;
};

/// The working days of public offices: Monday to Friday less days off, and the Saturdays worked to
/// make up for them. Years that are not given are computed by law (holidays.hpp) and provisional.
///
/// Immutable and cheap to ask: one table look-up a question, no allocation. Every function is
/// total; outside the years that are covered only weekends are off.
class WorkingDays {
 public:
  explicit WorkingDays(std::vector<HolidayYear> years = {});

  static constexpr int first_year = 1968;
  static constexpr int last_year = 2053;

  [[nodiscard]] bool covers(Day day) const noexcept;
  [[nodiscard]] bool is_working(Day day) const noexcept;
  [[nodiscard]] Day next_on_or_after(Day day) const noexcept;
  [[nodiscard]] Day previous_on_or_before(Day day) const noexcept;

  /// The Nth working day after `day`, or before it if `working_days` is negative; `day` itself,
  /// working or not, if it is 0.
  [[nodiscard]] Day add(Day day, int working_days) const noexcept;

  /// How many working days lie in the range; 0 if it ends before it begins.
  [[nodiscard]] int count(DayRange range) const noexcept;

  /// Whether no notice was given for the year.
  [[nodiscard]] bool provisional(int year) const noexcept;

  /// What `day` is: "Giỗ Tổ Hùng Vương (10/3 âm lịch)", "Chủ nhật", "ngày làm việc".
  [[nodiscard]] Text name(Day day) const;
  /// Why `day` is a working day or is not: its name with the citation, for a person.
  [[nodiscard]] Text why(Day day) const;

  /// The year as it was given, or as computed by law.
  [[nodiscard]] HolidayYear year(int year) const;

 private:
  /// Working days up to and including a day, counted from the first that is covered.
  [[nodiscard]] std::int64_t ordinal(std::chrono::sys_days day) const noexcept;
  /// The day on which the count reaches `ordinal`.
  [[nodiscard]] Day day_of(std::int64_t ordinal) const noexcept;

  std::map<int, HolidayYear> years_;
  std::vector<std::uint8_t> working_;       // a flag a day
  std::vector<std::int32_t> ordinal_;       // a count a day
  std::vector<std::int32_t> working_days_;  // the offsets of the working days, in order
};

}  // namespace tiendo::calendar
