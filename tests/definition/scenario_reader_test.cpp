#include "definition/scenario_reader.hpp"

#include <catch2/catch.hpp>

#include "definition/holidays.hpp"
#include "definition/plan_reader.hpp"

using namespace tiendo;
using namespace tiendo::definition;

namespace {

const std::string played = R"(schema: tiendo/plan/1
id: p
title: Kế hoạch
document: { number: 1/KH, date: 2024-12-02 }
period: năm 2025
units:
  nv: { name: Phòng Nghiệp vụ }
  vp: { name: Văn phòng }
settings: { anchors: { ngày khai mạc: null } }
targets: { moi: { title: HTX mới, unit: HTX, plan: 80 } }
tasks:
  a: { title: A, lead: nv, window: 5 ngày trước ngày khai mạc }
)";

Scenario scenario_of(const std::string& when, const std::string& then = "[]") {
  const auto plan = read_plan(played, "plan.yaml", no_companions(), built_in_working_days());
  REQUIRE(plan.value.has_value());
  auto read = read_scenario(
      "schema: tiendo/scenario/1\ngiven: { people: { an: { role: office, unit: vp } } }\nwhen:\n" +
          when + "then: " + then + "\n",
      "scenario.yaml", *plan.value, {played, no_companions()});
  for (const auto& finding : read.findings) {
    UNSCOPED_INFO(to_string(finding, Language::en));
  }
  REQUIRE(read.value.has_value());
  return std::move(*read.value);
}

template <class Command>
Command campaign_command(const std::string& step) {
  const auto scenario = scenario_of("  - { at: 2025-02-03T08:00, as: an, " + step + " }\n");
  return std::get<Command>(std::get<model::CampaignCommand>(scenario.steps.at(0).command.body));
}

Day on(std::string_view text) {
  return parse_day(text).value();
}

}  // namespace

TEST_CASE("a result is recorded with its day, its document, its base and ước đạt") {
  const auto whole = campaign_command<model::RecordResult>(
      "do: record_result, target: moi, value: 12.5, day: 2025-01-31, document: 5/BC, estimated: "
      "true, base: 80");
  CHECK(whole.target == model::TargetId{"moi"});
  CHECK(whole.value == 12.5);
  CHECK(whole.day == on("2025-01-31"));
  CHECK(whole.document == "5/BC");
  CHECK(whole.estimated);
  CHECK(whole.base == 80);
  const auto least =
      campaign_command<model::RecordResult>("do: record_result, target: moi, value: 3");
  CHECK_FALSE(least.day.has_value());
  CHECK_FALSE(least.estimated);
  CHECK_FALSE(least.base.has_value());
}

TEST_CASE("a campaign is closed with a document, its open tasks cancelled for a reason") {
  const auto close = campaign_command<model::CloseCampaign>(
      "do: close, document: 9/BC, cancel_open: true, reason: hết năm");
  CHECK(close.document == "9/BC");
  CHECK(close.cancel_open);
  CHECK(close.reason == "hết năm");
  CHECK_FALSE(campaign_command<model::CloseCampaign>("do: close").cancel_open);
}

TEST_CASE("an anchor is set, units come and are merged") {
  const auto anchor = campaign_command<model::SetAnchor>(
      "do: set_anchor, anchor: ngày khai mạc, day: 2025-04-20, document: 7/TB");
  CHECK(anchor.anchor == "ngày khai mạc");
  CHECK(anchor.day == on("2025-04-20"));
  const auto scenario = scenario_of(
      "  - { at: 2025-06-02T08:00, as: an, do: set_unit, unit: moi, name: Phòng mới, start: "
      "2025-07-01 }\n"
      "  - at: 2025-06-02T08:05\n"
      "    as: an\n"
      "    do: merge_units\n"
      "    from: [ nv ]\n"
      "    into: moi\n"
      "    day: 2025-07-01\n"
      "    reason: sắp xếp\n"
      "    tasks: [ { task: a, treatment: cancel, reason: thôi } ]\n");
  const auto body = [&](std::size_t step) {
    return std::get<model::OfficeCommands>(scenario.steps.at(step).command.body).at(0);
  };
  const auto unit = std::get<model::SetUnit>(body(0)).unit;
  CHECK(unit.name == "Phòng mới");
  CHECK(unit.valid_from == on("2025-07-01"));
  const auto merger = std::get<model::MergeUnits>(body(1)).merger;
  CHECK(merger.from == std::vector{model::UnitId{"nv"}});
  CHECK(merger.into == model::UnitId{"moi"});
  REQUIRE(merger.tasks.size() == 1);
  CHECK(merger.tasks[0].treatment == model::Treatment::cancel);
  CHECK(merger.tasks[0].reason == "thôi");
}

TEST_CASE("an amendment writes what changes in the plan, and later steps name what it brings") {
  const auto scenario = scenario_of(
      "  - at: 2025-02-03T08:00\n"
      "    as: an\n"
      "    do: amend\n"
      "    document: 12/KH\n"
      "    date: 2025-01-31\n"
      "    reason: thiếu kinh phí\n"
      "    plan:\n"
      "      units: { tt: { name: Trung tâm } }\n"
      "      tasks:\n"
      "        a: null\n"
      "        b: { title: B, lead: tt, window: Quý II/2025 }\n"
      "  - { at: 2025-02-04T08:00, as: an, do: start, task: b }\n"
      "  - at: 2025-03-03T08:00\n"
      "    as: an\n"
      "    do: amend\n"
      "    document: 20/KH\n"
      "    reason: chậm\n"
      "    plan: { tasks: { b: { window: Quý III/2025 } } }\n",
      "[ { at: 2025-02-03, task: a, state: cancelled }, { task: b, due: 2025-09-30 } ]");
  const auto amendment = [&](std::size_t step) {
    return std::get<model::AmendPlan>(
        std::get<model::CampaignCommand>(scenario.steps.at(step).command.body));
  };
  const auto first = amendment(0);
  CHECK(first.document.number == "12/KH");
  CHECK(first.document.date == on("2025-01-31"));
  CHECK(first.reason == "thiếu kinh phí");
  REQUIRE(first.plan->tasks.size() == 1);
  CHECK(first.plan->tasks[0].id == model::TaskId{"b"});
  CHECK(first.plan->tasks[0].window->due == on("2025-06-30"));
  CHECK(first.plan->targets.size() == 1);
  const auto second = amendment(2);
  CHECK(second.plan->tasks[0].title == "B");
  CHECK(second.plan->tasks[0].window->due == on("2025-09-30"));
}

TEST_CASE("the plan that an amendment makes has a text, which reads to it") {
  const auto amendment = campaign_command<model::AmendPlan>(
      "do: amend, document: 12/KH, reason: chậm, plan: { tasks: { a: null, b: { title: \"B: 1\", "
      "lead: nv, window: Quý II/2025 } } }");
  REQUIRE(amendment.sources.size() == 1);
  const auto& [name, text] = amendment.sources.front();
  CHECK(name == "p.yaml");
  const auto again = read_plan(text, name, no_companions(), built_in_working_days());
  REQUIRE(again.value.has_value());
  CHECK(again.value->tasks.size() == 1);
  CHECK(again.value->tasks[0].title == "B: 1");
  CHECK(again.value->tasks[0].window->due == amendment.plan->tasks[0].window->due);
}

TEST_CASE("an amendment that is expected to be refused leaves the plan of later steps as it was") {
  const auto scenario = scenario_of(
      "  - { at: 2025-02-03T08:00, as: an, do: amend, plan: { tasks: { a: { title: Khác } } }, "
      "refused: bad_argument }\n"
      "  - { at: 2025-02-04T08:00, as: an, do: amend, document: 12/KH, reason: chậm, plan: { "
      "tasks: "
      "{ b: { title: B } } } }\n");
  const auto& body = std::get<model::CampaignCommand>(scenario.steps.at(1).command.body);
  CHECK(std::get<model::AmendPlan>(body).plan->tasks.at(0).title == "A");
}

TEST_CASE("phases that have another id after an amendment are named old to new") {
  const auto amendment = campaign_command<model::AmendPlan>(
      "do: amend, document: 12/KH, reason: chậm, plan: {}, phases: { truoc: sau }");
  CHECK(amendment.states == std::map<std::string, std::string>{{"truoc", "sau"}});
}

TEST_CASE("a scenario goes on until what is done or expected last, at least through the period") {
  const DayRange period{on("2025-01-01"), on("2025-12-31")};
  CHECK(last_day(scenario_of("  []\n"), period) == on("2025-12-31"));
  CHECK(last_day(scenario_of("  - { at: 2026-01-15T08:00, as: an, do: close }\n"), period) ==
        on("2026-01-15"));
  CHECK(last_day(scenario_of("  []\n", "[ { at: 2026-02-01, campaign: closed } ]"), period) ==
        on("2026-02-01"));
}

TEST_CASE("what is expected of a target is its percent, what was measured, and whether it is met") {
  const auto scenario =
      scenario_of("  []\n", "[ { target: moi, percent: 115, measured: 12.5, met: true } ]");
  const auto& expected = scenario.expectations.at(0).achievement;
  REQUIRE(expected.has_value());
  CHECK(expected->target == model::TargetId{"moi"});
  CHECK(expected->percent == 115);
  CHECK(expected->measured == 12.5);
  CHECK(expected->met == true);
}
