#include "runtime/target_words.hpp"

#include <catch2/catch.hpp>

namespace tiendo::test {
namespace {

using model::Comparison;
using model::Measure;

model::Target target_of(double plan, std::string unit, Measure measure = Measure::amount,
                        Comparison comparison = Comparison::at_least) {
  model::Target target;
  target.plan = plan;
  target.unit = std::move(unit);
  target.measure = measure;
  target.comparison = comparison;
  return target;
}

model::Target growth_of_ten() {
  auto target = target_of(10, "HTX", Measure::growth);
  target.base = 250;
  target.base_text = "năm 2024";
  return target;
}

Text said(const model::Target& target, double value, std::optional<double> base = {}) {
  model::Result result;
  result.value = value;
  result.base = base;
  return runtime::achievement_words(target, result);
}

}  // namespace

TEST_CASE("an amount is said in percent of the plan, with both figures") {
  CHECK(said(target_of(80, "HTX"), 92) ==
        Text{"đạt 115 % kế hoạch (92/80 HTX)", "115% of the plan (92/80 HTX)"});
  CHECK(said(target_of(15, "HTX"), 27).vi == "đạt 180 % kế hoạch (27/15 HTX)");
  CHECK(said(target_of(300, "thành viên"), 585).vi == "đạt 195 % kế hoạch (585/300 thành viên)");
  CHECK(said(target_of(5, "lớp"), 6).vi == "đạt 120 % kế hoạch (6/5 lớp)");
  CHECK(said(target_of(3, ""), 1).vi == "đạt 33,33 % kế hoạch (1/3)");
  CHECK(said(target_of(1500, "triệu đồng"), 1234.5) ==
        Text{"đạt 82,3 % kế hoạch (1.234,5/1.500 triệu đồng)",
             "82.3% of the plan (1,234.5/1,500 triệu đồng)"});
}

TEST_CASE("how the plan is compared with is said, and a limit is none that one reaches") {
  const auto above = target_of(50, "HTX", Measure::amount, Comparison::more_than);
  CHECK(runtime::planned_words(above) == Text{"trên 50 HTX", "more than 50 HTX"});
  CHECK(said(above, 52).vi == "đạt 104 % kế hoạch (52/trên 50 HTX)");
  CHECK(runtime::met_words(above, false).vi == "chưa đạt kế hoạch");
  const auto limit = target_of(5, "vụ", Measure::amount, Comparison::at_most);
  CHECK(runtime::planned_words(limit) == Text{"không quá 5 vụ", "at most 5 vụ"});
  CHECK(said(limit, 3) == Text{"bằng 60 % mức cho phép (3/không quá 5 vụ)",
                               "60% of what is allowed (3 / at most 5 vụ)"});
  CHECK(runtime::met_words(limit, true).vi == "trong mức cho phép");
  CHECK(runtime::met_words(limit, false).vi == "vượt mức cho phép");
  CHECK(runtime::planned_words(target_of(1500, "HTX")) == Text{"1.500 HTX", "1,500 HTX"});
}

TEST_CASE("growth is said against its base, up, down or not at all") {
  const auto growth = growth_of_ten();
  CHECK(runtime::planned_words(growth) == Text{"tăng 10 % so với năm 2024", "up 10% on năm 2024"});
  CHECK(said(growth, 280) == Text{"tăng 12 % so với năm 2024 (kế hoạch tăng 10 %)",
                                  "up 12% on năm 2024 (planned: up 10%)"});
  CHECK(said(growth, 240).vi == "giảm 4 % so với năm 2024 (kế hoạch tăng 10 %)");
  CHECK(said(growth, 250).vi == "không tăng so với năm 2024 (kế hoạch tăng 10 %)");
  CHECK(said(growth, 274.9999).vi == "tăng 9,99 % so với năm 2024 (kế hoạch tăng 10 %)");
  model::Result result;
  result.value = 280;
  CHECK(runtime::base_words(growth, result).vi == "250 HTX (năm 2024)");
}

TEST_CASE("a share says what it is of") {
  auto share = target_of(75, "HTX", Measure::share);
  CHECK(runtime::planned_words(share).vi == "75 %");
  CHECK(said(share, 322, 525) ==
        Text{"đạt 61,33 % của 525 HTX (kế hoạch 75 %)", "61.33% of 525 HTX (planned: 75%)"});
  CHECK(said(share, 80).vi == "đạt 80 % (kế hoạch 75 %)");
  share.base_text = "tổng số HTX";
  CHECK(runtime::planned_words(share).vi == "75 % tổng số HTX");
  CHECK(said(share, 80).vi == "đạt 80 % tổng số HTX (kế hoạch 75 %)");
  model::Result in_percent;
  in_percent.value = 80;
  CHECK(runtime::result_words(share, in_percent).vi == "80 %");
  CHECK(runtime::base_words(share, in_percent).vi.empty());
}

TEST_CASE("an estimate is marked, and nothing is a percentage of nothing") {
  model::Result estimate;
  estimate.value = 92;
  estimate.estimated = true;
  CHECK(runtime::achievement_words(target_of(80, "HTX"), estimate) ==
        Text{"ước đạt 115 % kế hoạch (92/80 HTX)", "estimated: 115% of the plan (92/80 HTX)"});
  CHECK(runtime::result_words(target_of(80, "HTX"), estimate).vi == "ước 92 HTX");
  CHECK(said(target_of(10, "HTX", Measure::growth), 12).vi == "12 HTX");
}

}  // namespace tiendo::test
