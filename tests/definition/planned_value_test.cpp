#include "definition/planned_value.hpp"

#include <catch2/catch.hpp>

using namespace tiendo;
using namespace tiendo::definition;
using model::Comparison;
using model::Measure;

namespace {

PlannedValue planned(std::string_view text) {
  const auto read = parse_planned_value(text);
  INFO(text);
  REQUIRE(read.has_value());
  return *read;
}

struct Printed {
  const char* text;
  Comparison comparison;
  double value;
  const char* unit;
};

}  // namespace

TEST_CASE("a planned amount is read with its words of comparison and its unit") {
  const auto [text, comparison, value, unit] = GENERATE(values<Printed>({
      {"80", Comparison::at_least, 80, ""},
      {"trên 50", Comparison::more_than, 50, ""},
      {"Trên 50 HTX", Comparison::more_than, 50, "HTX"},
      {"đạt trên 50 triệu đồng/người/năm", Comparison::more_than, 50, "triệu đồng/người/năm"},
      {"hơn 1.500 hộ", Comparison::more_than, 1500, "hộ"},
      {">50", Comparison::more_than, 50, ""},
      {"từ 80 trở lên", Comparison::at_least, 80, ""},
      {"từ 80 HTX trở lên", Comparison::at_least, 80, "HTX"},
      {"ít nhất 80", Comparison::at_least, 80, ""},
      {"tối thiểu 2,5 tỷ đồng", Comparison::at_least, 2.5, "tỷ đồng"},
      {"không dưới 300 tổ hợp tác", Comparison::at_least, 300, "tổ hợp tác"},
      {"≥ 80", Comparison::at_least, 80, ""},
      {"không quá 5", Comparison::at_most, 5, ""},
      {"tối đa 5 ngày", Comparison::at_most, 5, "ngày"},
      {"từ 5 trở xuống", Comparison::at_most, 5, ""},
      {"dưới 5", Comparison::less_than, 5, ""},
      {"phấn đấu đạt 06 sản phẩm", Comparison::at_least, 6, "sản phẩm"},
  }));
  const auto read = planned(text);
  CHECK(read.measure == Measure::amount);
  CHECK(read.comparison == comparison);
  CHECK(read.value == value);
  CHECK(read.unit == unit);
  CHECK(read.base.empty());
}

TEST_CASE("growth is in percent above what it is compared with") {
  for (const char* text : {"tăng 10 % so với năm 2024", "Tăng 10% so với năm 2024"}) {
    const auto read = planned(text);
    CHECK(read.measure == Measure::growth);
    CHECK(read.comparison == Comparison::at_least);
    CHECK(read.value == 10);
    CHECK(read.base == "năm 2024");
  }
  CHECK(planned("tăng trên 2,5%").comparison == Comparison::more_than);
  CHECK(planned("tăng 10%").base.empty());
}

TEST_CASE("a share is in percent of what stands behind it") {
  CHECK(planned("75 %").measure == Measure::share);
  CHECK(planned("đạt 75%").value == 75);
  CHECK(planned("75% số HTX").base == "số HTX");
  CHECK(planned("trên 60% của tổng số HTX").base == "tổng số HTX");
  CHECK(planned("trên 60%").comparison == Comparison::more_than);
}

TEST_CASE("a printed number has a decimal comma, and dots between groups of three digits alone") {
  CHECK(parse_printed_number("1500") == 1500);
  CHECK(parse_printed_number("1.500") == 1500);
  CHECK(parse_printed_number("12.345.678,25") == 12345678.25);
  CHECK(parse_printed_number("06") == 6);
  CHECK(parse_printed_number("0,5") == 0.5);
  for (const char* wrong : {"", "2.5", "1.50", "1500.000", ".500", "1..500", "1,", ",5", "1,2,3",
                            "5a", "-5", "1.500.", "12345678901234567"}) {
    INFO(wrong);
    CHECK_FALSE(parse_printed_number(wrong).has_value());
  }
}

TEST_CASE("what is no planned value is refused with what would be right") {
  const auto why = [](std::string_view text) {
    const auto read = parse_planned_value(text);
    return read.has_error() ? read.error().message.en : std::string{"taken"};
  };
  CHECK(why("0") == "of a plan of 0 nothing can be reached in percent: write a number above 0");
  CHECK(why("tăng 0 %").starts_with("of a plan of 0"));
  CHECK(why("2.5").starts_with("\"2.5\" is not plain: the comma is the decimal mark"));
  CHECK(why("tăng 5 HTX").starts_with("growth is given in percent"));
  CHECK(why("từ 80 đến 100").starts_with("a range of values is not taken"));
  CHECK(why("nhiều").starts_with("\"nhiều\" gives no number to be reached"));
  CHECK(why(std::string(100'000, '%')).starts_with("\"%%%"));
  CHECK(why("trên").starts_with("\"trên\" gives no number to be reached"));
}
