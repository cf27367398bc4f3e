#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "base/result.hpp"
#include "base/time.hpp"
#include "calendar/working_days.hpp"

namespace tiendo::calendar {

enum class Part : std::uint8_t { first, middle, last };
enum class PartOfDay : std::uint8_t { morning, midday, afternoon, evening, night };

/// One day, month or quarter by its place in a longer time: "thứ Hai đầu tiên của tháng 9".
struct Pick {
  enum class What : std::uint8_t { day, working_day, weekday, month, quarter };

  What what = What::day;
  int number = 1;  // counted from the beginning; from the end if negative
  std::optional<std::chrono::weekday> weekday = {};
};

/// A day or a span of days as a phrase names it. What is not printed is missing and comes from
/// around it.
struct Moment {
  enum class Unit : std::uint8_t {
    day,
    days_of_month,     // 10 ngày đầu tháng 4: `number` days, `part` first or last
    third_of_month,    // trung tuần tháng 4, đầu tháng 4: `part`
    half_of_month,     // nửa đầu tháng 4: `part` first or last
    week_of_month,     // tuần 2 tháng 4: `number`, 0 is the last; up to `last_number`
    month,             // tháng 4
    third_of_quarter,  // cuối quý I: `part`
    quarter,           // quý I: `number`
    months_of_year,    // 6 tháng đầu năm: `number` months, `part` first or last
    part_of_year,      // đầu năm: `part`
    week_of_year,      // tuần 15/2025: `number`, ISO 8601
    year,
    fixed,  // a day that is known by a name: `fixed`
  };

  Unit unit = Unit::day;
  int number = 0;
  int last_number = 0;
  Part part = Part::first;
  std::optional<int> month = {};
  std::optional<Part> month_of_quarter =
      {};  // tháng cuối quý: instead of `month`, in quarter `number`
  std::optional<int> day = {};
  std::optional<int> year = {};
  std::optional<int> years_after_issue = {};  // năm nay: 0
  std::optional<Day> fixed = {};
  std::optional<Pick> pick = {};  // not the whole of it: this alone
  bool lunar = false;
  bool roughly = false;         // of a third of a month: "cuối", not "hạ tuần"
  bool leap = false;            // the second lunar month of its number: "tháng 6 nhuận"
  bool by_moon_word = false;    // "mùng 10", mostly of a lunar month
  bool feast = false;           // a day by its name: "Quốc khánh"
  bool month_in_words = false;  // of a day: "10 tháng 3"
  bool short_year = false;      // printed with two digits
  std::optional<std::chrono::minutes> from_time = {};
  std::optional<std::chrono::minutes> until_time = {};
  std::optional<PartOfDay> part_of_day = {};  // beside the day; the times lie in it
  std::optional<std::chrono::weekday> weekday = {};
};

/// Whether the moment is only roughly where it is: "cuối tháng 6", "giữa năm", "đầu quý II". Then
/// the law gives a day for it where something comes before or after it (Civil Code 2015, art.
/// 146(3)); quarters are counted as months and years are.
[[nodiscard]] bool is_rough(const Moment& moment);
/// That day in the days of the moment; nothing if the law gives none.
[[nodiscard]] std::optional<Day> point_of(const Moment& moment, DayRange days);

/// The years for which a window is worked out.
inline constexpr int first_window_year = 1900;
inline constexpr int last_window_year = 2199;

/// Whether nothing but the year is missing, or nothing at all.
[[nodiscard]] bool lacks_year(const Moment& moment);
[[nodiscard]] bool lacks_month(const Moment& moment);

/// Whether the moment is a single day, whichever year it lies in.
[[nodiscard]] bool is_one_day(const Moment& moment);

/// The days of a moment in `year`, which stands in where the moment has none. An error says which
/// day, month or quarter does not exist. `working_days` are for "ngày làm việc cuối cùng".
[[nodiscard]] Result<DayRange> days_of(const Moment& moment, int year,
                                       const WorkingDays& working_days);

/// What `pick` names inside `whole`; an error if `whole` has no such day, month or quarter.
[[nodiscard]] Result<DayRange> picked_in(DayRange whole, const Pick& pick,
                                         const WorkingDays& working_days);

}  // namespace tiendo::calendar
