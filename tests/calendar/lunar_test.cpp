#include "calendar/lunar.hpp"

#include <catch2/catch.hpp>

#include "calendar/csv.hpp"

using namespace tiendo;
using namespace tiendo::calendar;

namespace {

Day day(const char* text) {
  return parse_day(text).value();
}

}  // namespace

TEST_CASE("every lunar new year and Hùng Kings' day from 1968 to 2053 is that of the table") {
  int years = 0;
  for (const auto& row :
       test::read_table(test::data_file("lunar_tet_hungkings_1968_2053.csv"), ',')) {
    const int year = std::stoi(row.at("year"));
    CAPTURE(year);
    CHECK(solar_of({1, 1, false, year}) == day(row.at("tet_1_1").c_str()));
    CHECK(solar_of({10, 3, false, year}) == day(row.at("hung_kings_10_3").c_str()));
    const int leap = std::stoi(row.at("leap_month"));
    for (int month = 1; month <= 12; ++month) {
      CAPTURE(month);
      const auto in_leap_month = solar_of({1, month, true, year});
      if (year < 2053 || month < 11) {
        CHECK(in_leap_month.has_value() == (month == leap));
      }
    }
    if (!row.at("eve_lunar_day").empty()) {
      const auto eve = lunar_of(plus_days(day(row.at("tet_1_1").c_str()), -1)).value();
      CHECK(eve == LunarDate{std::stoi(row.at("eve_lunar_day")), 12, false, year - 1});
    }
    ++years;
  }
  CHECK(years == 86);
}

TEST_CASE("every day from 1968 to 2053 has a lunar date that leads back to it") {
  LunarDate before{};
  for (Day at = day("1968-01-01"); at <= day("2053-12-31"); at = plus_days(at, 1)) {
    const auto lunar = lunar_of(at);
    REQUIRE(lunar);
    REQUIRE(solar_of(*lunar) == at);
    REQUIRE(lunar->day <= 30);
    if (before.day != 0) {
      const bool next_day = lunar->day == before.day + 1;
      const bool next_month = lunar->day == 1 && before.day >= 29;
      REQUIRE((next_day || next_month));
    }
    before = *lunar;
  }
}

TEST_CASE("lunar dates outside 1968 to 2053 are refused") {
  CHECK_FALSE(lunar_of(day("1967-12-31")));
  CHECK(lunar_of(day("1968-01-01")) == LunarDate{2, 12, false, 1967});
  CHECK_FALSE(lunar_of(day("2054-01-01")));
  CHECK_FALSE(lunar_of(Day{std::chrono::year{2025} / 2 / 30}));
  CHECK_FALSE(solar_of({1, 1, false, 2054}));
  CHECK_FALSE(solar_of({1, 1, false, 1967}));
  CHECK_FALSE(solar_of({1, 13, false, 2025}));
  CHECK_FALSE(solar_of({0, 1, false, 2025}));
  CHECK_FALSE(solar_of({31, 1, false, 2025}));
  CHECK_FALSE(solar_of({30, 12, false, 2024}));  // the year of the dragon ended on the 29th
}
