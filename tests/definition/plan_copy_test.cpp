#include "definition/plan_copy.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "definition/holidays.hpp"
#include "definition/ordinal_words.hpp"
#include "definition/plan_reader.hpp"
#include "definition/year_text.hpp"

namespace tiendo::definition {
namespace {

const std::string last_year = R"(# Theo kế hoạch năm 2025
schema: tiendo/plan/1
id: thang-hanh-dong-2025
title: Tháng hành động vì HTX lần thứ IX năm 2025
document: { number: 345/KH-LMHTX, date: 2024-11-08 }
basis:
  - Kế hoạch số 220/KH-UBND ngày 22/10/2024 của UBND tỉnh
period: Năm 2025
units:
  nghiep-vu: { name: Phòng Nghiệp vụ }
targets:
  htx-moi: { title: HTX thành lập mới, unit: HTX, plan: 80 }
  doanh-thu: { title: Doanh thu, unit: "%", plan: tăng 10 %, base: { value: 75, of: năm 2024 } }
tasks:
  le-ky-niem:
    title: Kỷ niệm 79 năm Ngày HTX Việt Nam (11/4/1946 – 11/4/2025)
    window: { start: 2025-04-11, due: 2025-04-11 }
    lead: nghiep-vu
  tuyen-truyen:
    title: Tuyên truyền Nghị quyết số 20-NQ/TW ngày 16/6/2022 và Luật HTX năm 2023
    window: trung tuần tháng 4/2025
    lead: nghiep-vu
    note: Chuyển từ năm 2024 sang
)";

PlanCopy copied(const std::string& text, int to) {
  auto copy = copy_plan(text, "plan.yaml", no_companions(), built_in_working_days(), to);
  for (const auto& finding : copy.findings) {
    UNSCOPED_INFO(to_string(finding, Language::en));
  }
  REQUIRE(copy.value.has_value());
  return std::move(*copy.value);
}

std::vector<std::string> codes(const PlanCopy& copy) {
  std::vector<std::string> codes;
  for (const auto& doubt : copy.doubts) {
    codes.push_back(std::to_string(doubt.at.line) + " " + doubt.code);
  }
  return codes;
}

bool holds(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

/// A phrase of a plan of 2025 as it is in one of 2026.
std::string moved(std::string_view phrase) {
  return move_years(phrase, 2025, 2026).text;
}

}  // namespace

TEST_CASE("what speaks of the year is moved, and what is cited or older stays") {
  const auto text = copied(last_year, 2026).text;
  CHECK(holds(text, "id: thang-hanh-dong-2026\n"));
  CHECK(holds(text, "lần thứ X năm 2026\n"));
  CHECK(holds(text, "{ number: …/KH-LMHTX, date: 2025-11-08 }"));
  CHECK(holds(text, "- Kế hoạch số 220/KH-UBND ngày 22/10/2024 của UBND tỉnh"));
  CHECK(holds(text, "plan: tăng 10 %, base: { value: 75, of: năm 2025 }"));
  CHECK(holds(text, "Kỷ niệm 80 năm Ngày HTX Việt Nam (11/4/1946 – 11/4/2026)"));
  CHECK(holds(text, "start: 2026-04-11, due: 2026-04-11"));
  CHECK(holds(text, "20-NQ/TW ngày 16/6/2022 và Luật HTX năm 2023"));
  CHECK(holds(text, "trung tuần tháng 4/2026"));
  CHECK(holds(text, "# Theo kế hoạch năm 2025\n"));
}

TEST_CASE("everything that a person has to look at is listed, with its place in the draft") {
  const auto copy = copied(last_year, 2026);
  CHECK(copy.from == 2025);
  CHECK(codes(copy) == std::vector<std::string>{"1 comments", "4 ordinal", "5 document_number",
                                                "5 document_date", "7 basis", "12 figure",
                                                "13 figure", "15 day_off", "16 anniversary",
                                                "20 citation", "20 citation", "23 note"});
  for (const auto& doubt : copy.doubts) {
    CHECK_FALSE(doubt.message.vi.empty());
    CHECK_FALSE(doubt.message.en.empty());
  }
}

TEST_CASE("the draft is a plan that is in order") {
  const auto read = read_plan(copied(last_year, 2026).text, "plan.yaml", no_companions(),
                              built_in_working_days());
  REQUIRE(read.value.has_value());
  CHECK(static_cast<int>(read.value->period.last.year()) == 2026);
}

TEST_CASE("years are moved as they are written, and other numbers stay") {
  CHECK(moved("từ 01/11/2024 đến 31/12/2025") == "từ 01/11/2025 đến 31/12/2026");
  CHECK(moved("Quý I/2025; ngày 5 tháng 9 năm 2025") == "Quý I/2026; ngày 5 tháng 9 năm 2026");
  CHECK(moved("12.025 người, 2.025 hộ, mã A2025b") == "12.025 người, 2.025 hộ, mã A2025b");
  CHECK(moved("thành lập ngày 14/4/1994") == "thành lập ngày 14/4/1994");
  CHECK(moved("nhiệm kỳ 2025 - 2030") == "nhiệm kỳ 2025 - 2030");
  CHECK(moved("hạn năm 2027") == "hạn năm 2028");
  CHECK(move_years("ngày 29/02/2024", 2024, 2025).text == "ngày 28/02/2025");
  CHECK(move_years("start: 2024-02-29", 2024, 2025).text == "start: 2025-02-28");
}

TEST_CASE("ordinals go on as they are written") {
  CHECK(later_ordinal("IX", 1) == "X");
  CHECK(later_ordinal("XXXIX", 1) == "XL");
  CHECK(later_ordinal("9", 1) == "10");
  CHECK(later_ordinal("Hai", 1) == "Ba");
  CHECK(later_ordinal("hai", 1) == "ba");
  CHECK_FALSE(later_ordinal("IIX", 1));
  CHECK_FALSE(later_ordinal("Mười", 1));
  CHECK_FALSE(later_ordinal("cuối", 1));
}

TEST_CASE("a day of the week that is named is a doubt, and an ordinal that nobody knows stays") {
  const auto text = move_years("thứ Bảy, ngày 12/4/2025; lần thứ nhiều", 2025, 2026);
  CHECK(text.text == "thứ Bảy, ngày 12/4/2026; lần thứ nhiều");
  REQUIRE(text.doubts.size() == 2);
  CHECK(text.doubts[0].code == "weekday");
  CHECK(text.doubts[1].code == "ordinal");
}

TEST_CASE(
    "a plan is not copied into its own year, nor beyond the calendar, nor where it is wrong") {
  const auto refused = [](const std::string& text, int to) {
    const auto copy = copy_plan(text, "plan.yaml", no_companions(), built_in_working_days(), to);
    REQUIRE_FALSE(copy.value.has_value());
    return copy.findings.front().code;
  };
  CHECK(refused(last_year, 2025) == "wrong_year");
  CHECK(refused(last_year, 2054) == "wrong_year");
  CHECK(refused("id: 5", 2026) != "wrong_year");
}

TEST_CASE("the plan of 2024 becomes one of 2025 that carries the name of the plan of 2025") {
  const std::string folder = TIENDO_SOURCE_DIR "/workflows/";
  const auto path = [&](const char* year) {
    return folder + "thang-hanh-dong-htx-" + year + ".yaml";
  };
  const auto text = read_file(path("2024"));
  REQUIRE(text.has_value());
  const auto copy =
      copy_plan(*text, path("2024"), companions_of(path("2024")), built_in_working_days(), 2025);
  REQUIRE(copy.value.has_value());
  const auto draft = read_plan(copy.value->text, path("2024"), companions_of(path("2024")),
                               built_in_working_days());
  const auto signed_plan = read_plan_file(path("2025"), built_in_working_days());
  REQUIRE(draft.value.has_value());
  REQUIRE(signed_plan.has_value());
  CHECK(draft.value->id == signed_plan->value->id);
  CHECK(draft.value->title == signed_plan->value->title);
  CHECK(draft.value->period == signed_plan->value->period);
  CHECK(holds(copy.value->text, "Kỷ niệm 31 năm"));
}

}  // namespace tiendo::definition
