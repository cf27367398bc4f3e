#include "calendar/limits.hpp"

#include <catch2/catch.hpp>

#include "calendar/notices.hpp"

using namespace tiendo;
using namespace tiendo::calendar;

namespace {

Day day(const char* text) {
  return parse_day(text).value();
}

Day last(const char* event, int number, LimitUnit unit) {
  static const WorkingDays office{test::notices_2021_2026()};
  return last_day_of(day(event), {number, unit}, office);
}

Day back(const char* from, int number, LimitUnit unit) {
  static const WorkingDays office{test::notices_2021_2026()};
  return counted_back(day(from), {number, unit}, office);
}

}  // namespace

TEST_CASE("the day of the event is not counted and a last day off moves on") {
  CHECK(last("2026-01-12", 5, LimitUnit::day) == day("2026-01-19"));  // a Saturday moves
  CHECK(last("2026-01-05", 5, LimitUnit::day) == day("2026-01-10"));  // a Saturday worked stays
  CHECK(last("2025-04-01", 29, LimitUnit::day) == day("2025-05-05"));
  CHECK(last("2026-02-12", 5, LimitUnit::working_day) == day("2026-02-26"));
  CHECK(last("2025-04-01", 0, LimitUnit::day) == day("2025-04-01"));
}

TEST_CASE("a last day before it is moved on tells two limits with one end apart") {
  const WorkingDays office{test::notices_2021_2026()};
  const auto nominal = [&](int days) {
    return nominal_last_day(day("2025-04-25"), {days, LimitUnit::day}, office);
  };
  CHECK(nominal(5) == day("2025-04-30"));
  CHECK(nominal(9) == day("2025-05-04"));
  CHECK(last("2025-04-25", 5, LimitUnit::day) == day("2025-05-05"));
  CHECK(last("2025-04-25", 9, LimitUnit::day) == day("2025-05-05"));
}

TEST_CASE("weeks, months and years end on the day of the same name") {
  CHECK(last("2025-03-03", 2, LimitUnit::week) == day("2025-03-17"));
  CHECK(last("2025-03-17", 1, LimitUnit::month) == day("2025-04-17"));
  CHECK(last("2025-01-31", 1, LimitUnit::month) == day("2025-02-28"));
  CHECK(last("2023-12-31", 2, LimitUnit::month) == day("2024-02-29"));
  CHECK(last("2024-02-29", 1, LimitUnit::year) == day("2025-02-28"));
  CHECK(last("2025-03-30", 1, LimitUnit::month) == day("2025-05-05"));  // 30/4 to 4/5 are off
}

TEST_CASE("counting back from a fixed day is plain and never moves") {
  CHECK(back("2026-03-15", 95, LimitUnit::day) == day("2025-12-10"));
  CHECK(back("2026-03-15", 42, LimitUnit::day) == day("2026-02-01"));  // a Sunday
  CHECK(back("2026-03-15", 23, LimitUnit::day) == day("2026-02-20"));  // inside Tết
  CHECK(back("2026-03-15", 3, LimitUnit::working_day) == day("2026-03-11"));
}
