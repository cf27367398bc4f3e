#include "base/time.hpp"

#include <catch2/catch.hpp>

using namespace tiendo;
using namespace std::chrono_literals;

TEST_CASE("a day begins at midnight in Vietnam and ends at the next") {
  const Day day = 2025y / 4 / 20;
  CHECK(to_string(instant_of(day)) == "2025-04-20T00:00:00+07:00");
  CHECK(to_string(instant_of(day, 7h + 30min)) == "2025-04-20T07:30:00+07:00");
  CHECK(to_string(end_of(day)) == "2025-04-21T00:00:00+07:00");
  CHECK(local_day(instant_of(day)) == day);
  CHECK(local_day(instant_of(day) - 1us) == plus_days(day, -1));
}

TEST_CASE("instants read back as they were printed") {
  for (const auto* text : {"2025-04-20T07:30:00+07:00", "2024-02-29T23:59:59.000001+07:00"}) {
    CHECK(to_string(parse_timestamp(text).value()) == text);
  }
  CHECK(parse_timestamp("2025-04-20T00:30:00Z") == parse_timestamp("2025-04-20T07:30:00+07:00"));
  CHECK(parse_timestamp("2025-04-20") == instant_of(2025y / 4 / 20));
}

TEST_CASE("what is not a day or an instant is not read") {
  for (const auto* text :
       {"", "2025-02-30", "2025-4-20", "20/4/2025", "2025-04-20 ", "2025-13-01"}) {
    CHECK_FALSE(parse_day(text).has_value());
  }
  for (const auto* text :
       {"2025-04-20T25:00:00Z", "2025-04-20T07:30:00", "2025-04-20T07:30:00+07:00x"}) {
    CHECK_FALSE(parse_timestamp(text).has_value());
  }
}
