#include "base/number_text.hpp"

#include <catch2/catch.hpp>

namespace tiendo::test {

TEST_CASE("a number has a decimal comma and thousand dots in Vietnamese, the reverse in English") {
  CHECK(number_text(92) == Text{"92", "92"});
  CHECK(number_text(1234.5) == Text{"1.234,5", "1,234.5"});
  CHECK(number_text(1000000) == Text{"1.000.000", "1,000,000"});
  CHECK(number_text(999) == Text{"999", "999"});
  CHECK(number_text(0.25) == Text{"0,25", "0.25"});
  CHECK(number_text(-1234.5) == Text{"-1.234,5", "-1,234.5"});
}

TEST_CASE("what was entered is shown as it was entered, what arithmetic added is not") {
  CHECK(number_text(12.345678).vi == "12,345678");
  CHECK(number_text(0.1 + 0.2).vi == "0,3");
  CHECK(number_text(1e15).vi == "1.000.000.000.000.000");
  CHECK(number_text(0).vi == "0");
  CHECK(number_text(-0.0000001).vi == "0");
  CHECK(number_text(12.345678, 0).vi == "12");
}

TEST_CASE("a percentage has two decimals at most, and none where there are none") {
  CHECK(percent_text(180) == Text{"180 %", "180%"});
  CHECK(percent_text(115).vi == "115 %");
  CHECK(percent_text(61.333333) == Text{"61,33 %", "61.33%"});
  CHECK(percent_text(33.5).vi == "33,5 %");
  CHECK(percent_text(1234.567).vi == "1.234,57 %");
}

TEST_CASE("just below what was planned is never shown as all of it") {
  CHECK(percent_text(99.9999).vi == "99,99 %");
  CHECK(percent_text(100.0001).vi == "100,01 %");
  CHECK(percent_text(100).vi == "100 %");
  CHECK(percent_text(9.9999, 10).vi == "9,99 %");
  CHECK(percent_text(10, 10).vi == "10 %");
}

}  // namespace tiendo::test
