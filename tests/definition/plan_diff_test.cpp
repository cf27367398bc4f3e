#include "definition/plan_diff.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "definition/holidays.hpp"
#include "definition/plan_reader.hpp"

namespace tiendo::definition {
namespace {

using namespace std::chrono;
using How = ThingChange::How;

/// A plan of two tasks; each test changes some of its text.
const std::string issued = R"(
schema: tiendo/plan/1
id: thang-hanh-dong
title: Tháng hành động
document: { number: 345/KH-LMHTX, date: 2024-11-08 }
period: năm 2025
units:
  van-phong: { name: Văn phòng }
  nghiep-vu: { name: Phòng Nghiệp vụ }
tasks:
  hoi-nghi:
    title: Hội nghị
    window: { start: 2025-04-11, due: 2025-04-20 }
    lead: nghiep-vu
    coordinating: [ van-phong ]
    parts: [ a, b ]
  ra-soat:
    title: Rà soát
    window: Quý III/2025
targets:
  htx-moi: { title: HTX thành lập mới, unit: HTX, plan: 80 }
phases:
  initial: chuan-bi
  states:
    chuan-bi: { title: Chuẩn bị, on: [ { at: 2025-04-01, to: cao-diem } ] }
    cao-diem: { title: Cao điểm, on: [ { at: 2025-12-01, to: xong } ] }
    xong: { title: Xong, final: true }
)";

std::string replaced(std::string text, std::string_view old, std::string_view with) {
  const auto at = text.find(old);
  REQUIRE(at != std::string::npos);
  return text.replace(at, old.size(), with);
}

model::Plan plan(const std::string& text) {
  auto read = read_plan(text, "plan.yaml", no_companions(), built_in_working_days());
  for (const auto& finding : read.findings) {
    UNSCOPED_INFO(to_string(finding, Language::en));
  }
  REQUIRE(read.value);
  return std::move(*read.value);
}

/// What changes when `old` becomes `with` in the plan above.
PlanDifference amended(std::string_view old, std::string_view with) {
  return diff(plan(issued), plan(replaced(issued, old, with)), built_in_working_days());
}

FactChange change(const Text& name, std::optional<Text> before, std::optional<Text> after) {
  return {name, std::move(before), std::move(after)};
}

Text same(const char* text) {
  return {text, text};
}

using Moved = std::pair<std::optional<Day>, std::optional<Day>>;

/// Where the rung of `task` goes; nothing at either end where it is not among the changes.
Moved moved(const PlanDifference& found, const char* task, std::string_view rung) {
  for (const auto& day : found.days) {
    if (day.task.str() == task && to_string(day.rung) == rung) {
      return {day.before, day.after};
    }
  }
  return {};
}

TEST_CASE("a plan does not differ from itself, whatever its comments and the order of its tasks") {
  const std::string task = "  ra-soat:\n    title: Rà soát\n    window: Quý III/2025\n";
  const auto other = replaced(replaced(issued, task, ""), "tasks:\n", "tasks: # two\n" + task);
  CHECK(diff(plan(issued), plan(other), built_in_working_days()).empty());
}

TEST_CASE("a new window shows the phrase, both of its ends and every reminder that moves") {
  const auto found =
      amended("{ start: 2025-04-11, due: 2025-04-20 }", "{ start: 2025-04-11, due: 2025-04-27 }");
  REQUIRE(found.tasks.size() == 1);
  CHECK(found.tasks[0].how == How::changed);
  CHECK(found.tasks[0].id == "hoi-nghi");
  const Text due{"hạn hoàn thành", "due"};
  CHECK_THAT(found.tasks[0].facts,
             Catch::VectorContains(
                 change(due, Text{"20/04/2025", "2025-04-20"}, Text{"27/04/2025", "2025-04-27"})));
  CHECK(moved(found, "hoi-nghi", "due") == Moved{2025y / 4 / 20, 2025y / 4 / 27});
  // Saturday 26 April was worked; 7 April was a public holiday.
  CHECK(moved(found, "hoi-nghi", "0") == Moved{2025y / 4 / 18, 2025y / 4 / 26});
  CHECK(moved(found, "hoi-nghi", "-10") == Moved{2025y / 4 / 4, 2025y / 4 / 15});
  CHECK(moved(found, "hoi-nghi", "to_head+2") == Moved{2025y / 4 / 22, 2025y / 4 / 29});
  CHECK(moved(found, "hoi-nghi", "open") == Moved{});
  CHECK(moved(found, "ra-soat", "due") == Moved{});
}

TEST_CASE("days that an amendment adds or takes away have one end only") {
  const auto firm =
      amended("    window: Quý III/2025", "    remind: none\n    window: Quý III/2025");
  CHECK(moved(firm, "ra-soat", "-10") == Moved{2025y / 9 / 16, std::nullopt});
  CHECK(moved(firm, "ra-soat", "due") == Moved{});
  const auto owed = amended("    parts: [ a, b ]", "    detailed_plan: owed");
  CHECK(moved(owed, "hoi-nghi", "detailed_plan+0") == Moved{std::nullopt, 2025y / 3 / 27});
}

TEST_CASE("reminders that fall on one day merge into the later") {
  // On a Sunday as due date, the day before and the day itself are both told on Friday.
  const auto found = amended("due: 2025-04-20", "due: 2025-04-21");
  CHECK(moved(found, "hoi-nghi", "0") == Moved{2025y / 4 / 18, 2025y / 4 / 21});
  CHECK(moved(found, "hoi-nghi", "-1") == Moved{std::nullopt, 2025y / 4 / 18});
}

TEST_CASE("a task that is added is shown with all that it says, one that is removed by its title") {
  const auto found = amended("ra-soat:\n    title: Rà soát", "tong-ket:\n    title: Tổng kết");
  REQUIRE(found.tasks.size() == 2);
  CHECK(found.tasks[0].how == How::added);
  CHECK(found.tasks[0].id == "tong-ket");
  CHECK_THAT(found.tasks[0].facts,
             Catch::VectorContains(change({"tên", "title"}, std::nullopt, same("Tổng kết"))));
  CHECK(found.tasks[1].how == How::removed);
  CHECK(found.tasks[1].title == "Rà soát");
  CHECK(found.tasks[1].facts.empty());
  CHECK(moved(found, "tong-ket", "due") == Moved{std::nullopt, 2025y / 9 / 30});
  CHECK(moved(found, "ra-soat", "due") == Moved{2025y / 9 / 30, std::nullopt});
}

TEST_CASE("of a list only what comes or goes is shown, and a new order as a whole") {
  const auto units = amended("coordinating: [ van-phong ]",
                             "coordinating: [ van-phong, { unit: nghiep-vu, scope: in ấn } ]");
  REQUIRE(units.tasks.size() == 1);
  CHECK(units.tasks[0].facts ==
        std::vector{change({"phối hợp", "coordinating"}, std::nullopt, same("nghiep-vu (in ấn)"))});
  const auto order = amended("parts: [ a, b ]", "parts: [ b, a ]");
  REQUIRE(order.tasks.size() == 1);
  CHECK(order.tasks[0].facts == std::vector{change({"gồm", "parts"}, same("a; b"), same("b; a"))});
}

TEST_CASE("a transition of a phase that changes is shown as it was and as it will be") {
  const auto found = amended("{ at: 2025-12-01, to: xong }",
                             "{ at: 2025-11-01, to: xong, when: { accepted: [ hoi-nghi ] } }");
  REQUIRE(found.phases.size() == 1);
  CHECK(found.phases[0].id == "cao-diem");
  REQUIRE(found.phases[0].facts.size() == 1);
  CHECK(found.phases[0].facts[0].before ==
        Text{"[từ 01/12/2025] sang xong", "[from 2025-12-01] to xong"});
  CHECK_THAT(found.phases[0].facts[0].after.value().en,
             Catch::Contains("from 2025-11-01") && Catch::Contains("accepted: hoi-nghi"));
}

TEST_CASE("a phase under another id is one that is added and one that is removed") {
  auto text = replaced(issued, "to: cao-diem", "to: thang-tu");
  text = replaced(text, "    cao-diem: {", "    thang-tu: {");
  const auto found = diff(plan(issued), plan(text), built_in_working_days());
  REQUIRE(found.phases.size() == 3);
  CHECK(found.phases[0].id == "chuan-bi");  // goes elsewhere
  CHECK(found.phases[1].id == "thang-tu");
  CHECK(found.phases[1].how == How::added);
  CHECK(found.phases[2].id == "cao-diem");
  CHECK(found.phases[2].how == How::removed);
}

TEST_CASE("what hangs on other work, comes again or has parts is compared") {
  const auto facts = [](std::string_view with) {
    const auto found = amended("    window: Quý III/2025", with);
    REQUIRE(found.tasks.size() == 1);
    return found.tasks[0].facts;
  };
  CHECK_THAT(facts("    window: Quý III/2025\n    after: [ { campaign: khac, task: le-hoi } ]"),
             Catch::VectorContains(change({"sau nhiệm vụ của đợt khác", "after_elsewhere"},
                                          std::nullopt, same("khac/le-hoi"))));
  const auto within = facts("    window: { after: [ hoi-nghi ], within: 5 ngày làm việc }");
  CHECK_THAT(within, Catch::VectorContains(change({"hạn tính từ khi hoàn thành", "due_after"},
                                                  std::nullopt, same("hoi-nghi"))));
  CHECK_THAT(within, Catch::VectorContains(change({"trong thời hạn", "within"}, std::nullopt,
                                                  Text{"5 ngày làm việc", "5 working days"})));
  const auto again = amended("    window: Quý III/2025", "    window: hằng quý");
  REQUIRE(again.tasks.size() == 5);  // four are added, one is removed
  CHECK(again.tasks[2].id == "ra-soat-2025-q3");
  CHECK_THAT(again.tasks[2].facts, Catch::VectorContains(change({"một lần của", "occurrence_of"},
                                                                std::nullopt, same("ra-soat"))));
  CHECK(moved(again, "ra-soat-2025-q3", "due") == Moved{std::nullopt, 2025y / 9 / 30});
  const auto part = amended("parts: [ a, b ]", "parts: [ a, { id: b, title: B } ]");
  REQUIRE(part.tasks.size() == 2);
  CHECK_THAT(part.tasks[1].facts, Catch::VectorContains(change({"là một phần của", "part_of"},
                                                               std::nullopt, same("hoi-nghi"))));
  CHECK(amended("targets:", "fulfils: [ { campaign: khac, task: a } ]\ntargets:").plan ==
        std::vector{
            change({"thực hiện nhiệm vụ của đợt khác", "fulfils"}, std::nullopt, same("khac/a"))});
  CHECK(amended("targets:", "settings: { anchors: { ngày hội: 2025-05-01 } }\ntargets:").plan ==
        std::vector{change({"mốc ngày hội", "anchors.ngày hội"}, std::nullopt,
                           Text{"01/05/2025", "2025-05-01"})});
  CHECK_THAT(amended("plan: 80", "plan: tăng 10 %, base: 75").targets.at(0).facts,
             Catch::VectorContains(change({"kế hoạch", "plan"}, same("80"), same("tăng 10 %"))) &&
                 Catch::VectorContains(change({"số gốc", "base"}, std::nullopt, same("75"))));
}

TEST_CASE("targets, units, settings and the document itself are compared") {
  CHECK(amended("plan: 80", "plan: 92").targets.at(0).facts ==
        std::vector{change({"kế hoạch", "plan"}, same("80"), same("92"))});
  CHECK(amended("name: Phòng Nghiệp vụ", "name: Phòng Nghiệp vụ - Kiểm tra").units.at(0).id ==
        "nghiep-vu");
  CHECK(amended("targets:", "settings: { report_every: month }\ntargets:").plan ==
        std::vector{change({"báo cáo định kỳ", "report_every"}, Text{"hằng quý", "quarter"},
                           Text{"hằng tháng", "month"})});
  CHECK(amended("345/KH-LMHTX", "400/KH-LMHTX").plan ==
        std::vector{change({"số văn bản", "number"}, same("345/KH-LMHTX"), same("400/KH-LMHTX"))});
}

}  // namespace
}  // namespace tiendo::definition
