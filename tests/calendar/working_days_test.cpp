#include "calendar/working_days.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "calendar/csv.hpp"
#include "calendar/holidays.hpp"
#include "calendar/notices.hpp"

using namespace tiendo;
using namespace tiendo::calendar;

namespace {

Day day(const std::string& text) {
  return parse_day(text).value();
}

const WorkingDays& office() {
  static const WorkingDays days{test::notices_2021_2026()};
  return days;
}

}  // namespace

TEST_CASE("every day of the table of working days is as the table says") {
  int rows = 0;
  for (const auto& row : test::read_table(test::data_file("workday_vectors.csv"), ',')) {
    const Day at = day(row.at("date"));
    CAPTURE(row.at("date"));
    CHECK(office().is_working(at) == (row.at("is_working") == "1"));
    CHECK(office().next_on_or_after(at) == day(row.at("next_working_on_or_after")));
    CHECK(office().previous_on_or_before(at) == day(row.at("prev_working_on_or_before")));
    CHECK(office().add(at, 1) == day(row.at("plus_1_working")));
    CHECK(office().add(at, 5) == day(row.at("plus_5_working")));
    CHECK(office().add(at, -3) == day(row.at("minus_3_working")));
    CHECK(office().add(at, 0) == at);
    ++rows;
  }
  CHECK(rows == 25);
}

TEST_CASE("the years of the notices have the working days that the notices leave") {
  const auto in = [](int year) {
    return office().count(
        {Day{std::chrono::year{year} / 1 / 1}, Day{std::chrono::year{year} / 12 / 31}});
  };
  CHECK(in(2021) == 250);
  CHECK(in(2022) == 249);
  CHECK(in(2023) == 249);
  CHECK(in(2024) == 251);
  CHECK(in(2025) == 250);
  CHECK(in(2026) == 249);
  CHECK(office().count({day("2025-01-01"), day("2025-03-31")}) == 58);
  CHECK(office().count({day("2025-04-01"), day("2025-04-30")}) == 21);
  CHECK(office().count({day("2025-03-29"), day("2025-04-29")}) == 22);
  CHECK(office().count({day("2025-04-30"), day("2025-04-29")}) == 0);
}

TEST_CASE("holidays computed by law differ from the notices in nothing but swapped days") {
  for (const auto& notice : test::notices_2021_2026()) {
    CAPTURE(notice.year);
    auto swapped = notice.days_off;
    for (const Day off : holidays_by_law(notice.year).days_off) {
      const std::chrono::weekday weekday{std::chrono::sys_days{off}};
      if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) {
        continue;
      }
      INFO(to_string(off));
      CHECK(std::erase(swapped, off) == 1);
    }
    CHECK(swapped.size() == notice.saturdays_worked.size());
  }
}

TEST_CASE("years without a notice are provisional and say so") {
  CHECK_FALSE(office().provisional(2026));
  CHECK(office().provisional(2027));
  CHECK_FALSE(office().is_working(day("2027-02-08")));  // lunar new year is 6/2/2027
  CHECK_FALSE(office().is_working(day("2027-04-16")));  // 10/3 lunar
  CHECK_FALSE(office().is_working(day("2027-11-24")));
  CHECK(office().is_working(day("2025-11-24")));
  CHECK(office().why(day("2027-04-16")).vi.find("chưa có thông báo") != std::string::npos);
  CHECK(office().why(day("2025-04-07")).vi.find("6150/TB-BLĐTBXH") != std::string::npos);
  CHECK(office().why(day("2025-04-07")).vi.find("Hùng Vương") != std::string::npos);
  CHECK(office().why(day("2025-04-26")).en.find("made up") == std::string::npos);
  CHECK(office().why(day("2025-04-26")).vi.find("làm bù") != std::string::npos);
  CHECK(office().why(day("2025-04-20")).vi == "Chủ nhật");
  CHECK(office().why(day("2025-04-21")).en == "working day");
}

TEST_CASE("outside the years that are covered only weekends are off") {
  CHECK(office().covers(day("1968-01-01")));
  CHECK(office().covers(day("2053-12-31")));
  CHECK_FALSE(office().covers(day("2054-01-01")));
  CHECK(office().is_working(day("2054-01-01")));        // a Thursday
  CHECK_FALSE(office().is_working(day("2054-01-03")));  // a Saturday
  CHECK(office().is_working(day("1967-12-29")));
  CHECK(office().add(day("2053-12-31"), 1) == day("2054-01-01"));
  CHECK(office().add(day("2054-01-02"), 1) == day("2054-01-05"));
  CHECK(office().add(day("2054-01-05"), -2) == day("2054-01-01"));
  CHECK(office().add(day("2054-01-01"), -1) == day("2053-12-31"));
  CHECK(office().add(day("1968-01-02"), -1) == day("1967-12-29"));
  CHECK(office().add(day("1967-12-23"), 1) == day("1967-12-25"));
  CHECK(office().add(day("2025-01-01"), 2'000'000'000).ok());
  CHECK(office().add(day("2025-01-01"), -2'000'000'000).ok());
}

TEST_CASE("adding working days is what stepping day by day gives") {
  std::mt19937 random{20250411};
  std::uniform_int_distribution<int> offset{-1200, 32'600};
  std::uniform_int_distribution<int> count{-40, 40};
  for (int i = 0; i < 3'000; ++i) {
    const Day from = plus_days(day("1968-01-01"), offset(random));
    const int wanted = count(random);
    Day stepped = from;
    for (int left = std::abs(wanted); left > 0;) {
      stepped = plus_days(stepped, wanted > 0 ? 1 : -1);
      left -= office().is_working(stepped) ? 1 : 0;
    }
    INFO(to_string(from) << " + " << wanted);
    REQUIRE(office().add(from, wanted) == stepped);
  }
}
