#include "definition/occurrences.hpp"

#include <catch2/catch.hpp>

#include "calendar/expression.hpp"

using namespace tiendo;
using namespace tiendo::definition;

namespace {

Day day(std::string_view text) {
  return parse_day(text).value();
}

calendar::Window window(std::string_view phrase) {
  return calendar::resolve(phrase, {});
}

/// "-2025-01 2025-01-01..2025-01-31 due 2025-01-20", one a line.
std::vector<std::string> times(std::string_view phrase, std::string_view first,
                               std::string_view last) {
  std::vector<std::string> lines;
  for (const auto& time : times_of(window(phrase), {day(first), day(last)})) {
    lines.push_back(time.suffix + " " + to_string(*time.window.start) + " due " +
                    to_string(*time.window.due));
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a month is a time of its own, due on its last day or on the day that is printed") {
  CHECK(times("hằng tháng", "2025-01-01", "2025-03-31") ==
        Lines{"-2025-01 2025-01-01 due 2025-01-31", "-2025-02 2025-02-01 due 2025-02-28",
              "-2025-03 2025-03-01 due 2025-03-31"});
  CHECK(times("trước ngày 20 hằng tháng", "2025-01-01", "2025-02-28") ==
        Lines{"-2025-01 2025-01-01 due 2025-01-19", "-2025-02 2025-02-01 due 2025-02-19"});
}

TEST_CASE("weeks are those of ISO 8601, around the new year too") {
  CHECK(times("hàng tuần", "2024-12-23", "2025-01-10") ==
        Lines{"-2024-w52 2024-12-23 due 2024-12-27", "-2025-w01 2024-12-30 due 2025-01-03",
              "-2025-w02 2025-01-06 due 2025-01-10"});
  CHECK(times("hàng tuần", "2020-12-28", "2021-01-08") ==
        Lines{"-2020-w53 2020-12-28 due 2021-01-01", "-2021-w01 2021-01-04 due 2021-01-08"});
}

TEST_CASE("what is held at an hour is held on that day") {
  const auto all = times_of(window("sáng thứ Bảy hàng tuần (từ 07 giờ 30 phút đến 11 giờ 00 phút)"),
                            {day("2025-01-01"), day("2025-01-12")});
  REQUIRE(all.size() == 2);
  CHECK(all[0].window.start == day("2025-01-04"));
  CHECK(all[0].window.due == day("2025-01-04"));
  CHECK(all[0].window.due_time == std::chrono::hours{11});
  CHECK(all[0].days == DayRange{day("2024-12-30"), day("2025-01-05")});
}

TEST_CASE("quarters, half years and years") {
  CHECK(times("hàng quý", "2025-01-01", "2025-12-31") ==
        Lines{"-2025-q1 2025-01-01 due 2025-03-31", "-2025-q2 2025-04-01 due 2025-06-30",
              "-2025-q3 2025-07-01 due 2025-09-30", "-2025-q4 2025-10-01 due 2025-12-31"});
  CHECK(times("6 tháng một lần", "2025-01-01", "2025-12-31") ==
        Lines{"-2025-01 2025-01-01 due 2025-06-30", "-2025-07 2025-07-01 due 2025-12-31"});
  CHECK(times("định kỳ hằng năm (trước ngày 20/11)", "2025-01-01", "2026-12-31") ==
        Lines{"-2025 2025-01-01 due 2025-11-19", "-2026 2026-01-01 due 2026-11-19"});
}

TEST_CASE("the first window begins with the days that are asked for") {
  CHECK(times("hằng tháng", "2025-01-15", "2025-02-28").front() ==
        "-2025-01 2025-01-15 due 2025-01-31");
  CHECK(times("hằng tháng", "2025-01-15", "2025-01-30").empty());
}

TEST_CASE("each time has a title, and a window that does not come again") {
  const auto title = [](std::string_view phrase) {
    const auto all = times_of(window(phrase), {day("2025-01-01"), day("2025-12-31")});
    CHECK_FALSE(all.front().window.recurrence.has_value());
    CHECK(all.front().window.phrase == phrase);
    return all.front().title;
  };
  CHECK(title("hằng tháng") == "tháng 01/2025");
  CHECK(title("hàng tuần") == "tuần 01/2025");
  CHECK(title("hàng quý") == "quý I/2025");
  CHECK(title("hằng năm") == "năm 2025");
  CHECK(title("6 tháng một lần") == "tháng 01/2025 - tháng 06/2025");
}

TEST_CASE("standing work does not come again") {
  CHECK(comes_again(window("hằng tháng")));
  CHECK_FALSE(comes_again(window("hằng ngày")));
  CHECK_FALSE(comes_again(window("Thường xuyên")));
  CHECK_FALSE(comes_again(window("Thường xuyên, định kỳ báo cáo trước ngày 20 hằng tháng")));
  CHECK_FALSE(comes_again(window("tháng 4/2025")));
}

TEST_CASE("a series stops one beyond the most that is taken") {
  CHECK(times_of(window("hàng tuần"), {day("2000-01-01"), day("2050-12-31")}).size() ==
        times_max + 1);
}
