#include "definition/holidays.hpp"

#include <catch2/catch.hpp>

#include "calendar/notices.hpp"

using namespace tiendo;
using namespace tiendo::definition;

namespace {

std::vector<std::string> codes(std::string_view text) {
  std::vector<std::string> found;
  for (const auto& finding : read_holidays(text, "h.yaml").findings) {
    found.push_back(finding.code);
  }
  return found;
}

}  // namespace

TEST_CASE("the holidays that are built in are those of the notices") {
  const auto notices = test::notices_2021_2026();
  const auto& built_in = built_in_holidays();
  REQUIRE(built_in.size() == notices.size());
  for (std::size_t i = 0; i < notices.size(); ++i) {
    CAPTURE(notices[i].year);
    CHECK(built_in[i].year == notices[i].year);
    CHECK(built_in[i].days_off == notices[i].days_off);
    CHECK(built_in[i].saturdays_worked == notices[i].saturdays_worked);
    CHECK_FALSE(built_in_working_days().provisional(notices[i].year));
  }
  CHECK(built_in_working_days().provisional(2027));
}

TEST_CASE("a file of holidays is told what is wrong with its days") {
  CHECK(codes("schema: tiendo/holidays/1\nyears: { \"2027\": { notice: x, days_off: [ 2027-02-30 ] "
              "} }") == std::vector<std::string>{"not_in_year"});
  CHECK(codes("schema: tiendo/holidays/1\nyears: { \"2027\": { notice: x, days_off: [ 2026-01-01 ] "
              "} }") == std::vector<std::string>{"not_in_year"});
  CHECK(codes("schema: tiendo/holidays/1\nyears: { \"2027\": { notice: x, days_off: [ 2027-01-01, "
              "2027-01-01 ] } }") == std::vector<std::string>{"twice"});
  CHECK(codes("schema: tiendo/holidays/1\nyears: { \"2027\": { notice: x, days_off: [ ], "
              "saturdays_worked: [ 2027-01-01 ] } }") ==
        std::vector<std::string>{"not_a_saturday"});
  CHECK(codes("schema: tiendo/holidays/1\nyears: { \"2099\": { notice: x, days_off: [ ] } }") ==
        std::vector<std::string>{"year_outside"});
  CHECK(read_holidays("schema: tiendo/holidays/1\nyears: { }", "h.yaml").value.has_value());
}
