#include "calendar/recurrence.hpp"

#include <catch2/catch.hpp>

using namespace tiendo;
using namespace tiendo::calendar;

namespace {

Day day(const char* text) {
  return parse_day(text).value();
}

}  // namespace

TEST_CASE("what comes back each month is due on its day, or the day before it") {
  const Recurrence before{.every = Frequency::monthly, .day = 20, .before = true};
  CHECK(before.next(day("2025-01-01")) == day("2025-01-19"));
  CHECK(before.next(day("2025-01-19")) == day("2025-01-19"));
  CHECK(before.next(day("2025-01-20")) == day("2025-02-19"));
  const Recurrence first{.every = Frequency::monthly, .day = 1, .before = true};
  CHECK(first.next(day("2025-01-15")) == day("2025-01-31"));
  CHECK(first.next(day("2025-01-31")) == day("2025-01-31"));
  const Recurrence end{.every = Frequency::monthly};
  CHECK(end.next(day("2025-02-03")) == day("2025-02-28"));
  const Recurrence thirty_first{.every = Frequency::monthly, .day = 31};
  CHECK(thirty_first.next(day("2025-04-01")) == day("2025-04-30"));
}

TEST_CASE("weeks, quarters, years and intervals come back at their ends") {
  CHECK(Recurrence{.every = Frequency::weekly}.next(day("2025-04-12")) == day("2025-04-18"));
  CHECK(Recurrence{.every = Frequency::weekly, .weekday = std::chrono::Saturday}.next(
            day("2025-04-12")) == day("2025-04-12"));
  CHECK(Recurrence{.every = Frequency::quarterly}.next(day("2025-04-01")) == day("2025-06-30"));
  CHECK(Recurrence{.every = Frequency::quarterly, .month = 3, .day = 15, .before = true}.next(
            day("2025-03-15")) == day("2025-06-14"));
  CHECK(Recurrence{.every = Frequency::yearly, .month = 11, .day = 20, .before = true}.next(
            day("2025-11-20")) == day("2026-11-19"));
  CHECK(Recurrence{.every = Frequency::monthly, .interval = 6}.next(day("2025-02-01")) ==
        day("2025-06-30"));
  CHECK(Recurrence{.every = Frequency::yearly}.next(day("2025-01-01")) == day("2025-12-31"));
  CHECK(Recurrence{.every = Frequency::daily}.next(day("2025-01-01")) == day("2025-01-01"));
  CHECK(Recurrence{.every = Frequency::weekly, .interval = 2, .weekday = std::chrono::Monday}.next(
            day("2025-04-08")) == day("2025-04-14"));
}

TEST_CASE("the next occurrence never lies before the day that is asked from") {
  for (const auto every : {Frequency::daily, Frequency::weekly, Frequency::monthly,
                           Frequency::quarterly, Frequency::yearly}) {
    for (int interval = 1; interval <= 7; ++interval) {
      const Recurrence recurrence{.every = every, .interval = interval, .day = 1, .before = true};
      Day from = day("2024-01-01");
      for (int i = 0; i < 800; ++i) {
        const Day next = recurrence.next(from);
        REQUIRE(next >= from);
        REQUIRE(recurrence.next(next) == next);
        from = plus_days(from, 1);
      }
    }
  }
}
