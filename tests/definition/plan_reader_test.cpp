#include "definition/plan_reader.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "definition/holidays.hpp"
#include "definition/small_plan.hpp"

using namespace tiendo;
using namespace tiendo::definition;
using namespace tiendo::test;
using namespace std::chrono_literals;

namespace {

model::Plan declared(const std::string& id) {
  auto read =
      read_plan_file(TIENDO_SOURCE_DIR "/workflows/" + id + ".yaml", built_in_working_days());
  REQUIRE(read.has_value());
  REQUIRE(read->value.has_value());
  return std::move(*read->value);
}

Day day(std::string_view text) {
  return parse_day(text).value();
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a task that is announced after its detailed plan is due is a warning") {
  const auto codes = [](const std::string& announced) {
    Codes found;
    for (const auto& finding :
         read_alone(
             head_of_plan +
             "tasks:\n"
             "  t: { title: T, lead: nv, window: tháng 4/2025, detailed_plan: owed }\n"
             "phases:\n  states:\n    a: { on: [ { at: " +
             announced +
             ", to: b } ] }\n    b: { entry: [ { start: [ t ] } ], on: [ { event: e, to: c } ] }\n"
             "    c: { final: true }\n")
             .findings) {
      found.emplace_back(finding.code);
    }
    return found;
  };
  // Ten working days before 1 April.
  CHECK(codes("2025-03-18").empty());
  CHECK(codes("2025-03-19") == Codes{"announced_late"});
}

TEST_CASE("a task that the phases announce only after its due date is a warning at its start") {
  const auto announced = [](const std::string& phases) {
    const auto found =
        read_alone(head_of_plan +
                   "tasks:\n"
                   "  t: { title: T, kind: general, lead: nv, window: { due: 2025-03-31 } }\n"
                   "phases:\n"
                   "  states:\n" +
                   phases);
    std::string said;
    for (const auto& finding : found.findings) {
      said += to_string(finding, Language::en) + "\n";
    }
    return said;
  };
  const std::string a = "    a: { on: [ { at: 2025-04-01, to: b } ] }\n";
  const std::string b = "    b: { entry: [ { start: [ t ] } ], on: [ { event: e, to: c } ] }\n";
  const std::string c = "    c: { final: true }\n";
  CHECK(announced(a + b + c) ==
        "plan.yaml:14:28: warning: task \"t\": the task is due on 2025-03-31, but announced on "
        "2025-04-01 at the earliest: look at \"at\", or at the window of the task\n");
  const auto from = [&](const std::string& transitions) {
    return announced("    a: { on: [ " + transitions + " ] }\n" + b + c);
  };
  CHECK(from("{ at: 2025-03-31, to: b }").empty());
  CHECK(from("{ at: 2025-04-01, to: b }, { event: e, to: b }").empty());
  CHECK(from("{ when: { any: [ { at: 2025-04-01 }, { accepted: [ t ] } ] }, to: b }").empty());
  CHECK_FALSE(
      from("{ when: { all: [ { at: 2025-04-01 }, { accepted: [ t ] } ] }, to: b }").empty());
  CHECK_FALSE(from("{ event: e, at: 2025-04-01, to: b }").empty());
}

TEST_CASE("document 001 is read without an error, its missing leads told") {
  const auto read = read_plan_file(TIENDO_SOURCE_DIR "/workflows/thang-hanh-dong-htx-2025.yaml",
                                   built_in_working_days());
  REQUIRE(read.has_value());
  REQUIRE(read->value.has_value());
  const model::Plan& plan = *read->value;
  CHECK(plan.tasks.size() == 23);
  CHECK(plan.period == DayRange{day("2025-01-01"), day("2025-12-31")});
  const auto& conference = plan.tasks[*plan.find(model::TaskId{"hoi-nghi-dien-hinh"})];
  CHECK(conference.window->phrase == "Dự kiến trung tuần tháng 4/2025");
  CHECK(conference.window->start == day("2025-04-11"));
  CHECK(conference.window->due == day("2025-04-20"));
  CHECK(conference.window->certainty == calendar::Certainty::tentative);
  const auto without_lead =
      std::ranges::count_if(plan.tasks, [](const auto& task) { return task.leads.empty(); });
  CHECK(std::ranges::count(read->findings, "no_lead", &Finding::code) == without_lead);
  // The booths have to stand before the later of the two events, the congress in August.
  const auto& booths = plan.tasks[*plan.find(model::TaskId{"thiet-ke-gian-hang"})];
  CHECK(booths.window->due == day("2025-08-10"));
}

TEST_CASE(
    "document 000 fulfils the line of document 001 that orders it, without one date or lead") {
  const auto plan = declared("thi-dua-yeu-nuoc-2025");
  CHECK(plan.tasks.size() == 8);
  REQUIRE(plan.fulfils.size() == 1);
  const auto ordering = declared(plan.fulfils[0].campaign.str());
  CHECK(ordering.find(plan.fulfils[0].task).has_value());
  CHECK(std::ranges::all_of(plan.tasks, [](const auto& task) { return task.leads.empty(); }));
  const auto dated = std::ranges::count_if(
      plan.tasks, [](const auto& task) { return task.window->due.has_value(); });
  CHECK(dated == 1);  // "hàng năm": the one year that the plan has
  CHECK(plan.find(model::TaskId{"chi-tieu-2025"}).has_value());
}

TEST_CASE("document 002 has six targets over fifteen months") {
  const auto plan = declared("thi-dua-dac-biet-2020");
  CHECK(plan.period == DayRange{day("2019-10-01"), day("2020-12-31")});
  REQUIRE(plan.targets.size() == 6);
  std::vector<std::string> said;
  for (const auto& target : plan.targets) {
    said.push_back(std::string{model::name(target.measure)} + " " +
                   std::string{model::name(target.comparison)} + " " +
                   std::to_string(static_cast<int>(target.plan)) + " " + target.unit);
  }
  CHECK(said == std::vector<std::string>{
                    "amount more_than 50 HTX", "amount at_least 500 tổ hợp tác",
                    "growth at_least 10 tỷ đồng", "growth at_least 10 tỷ đồng",
                    "share at_least 75 HTX", "amount more_than 50 triệu đồng/người/năm"});
}

TEST_CASE("document 003 has its peak, the Day on 11/4 and the anniversary on Sunday 14/4") {
  const auto plan = declared("thang-hanh-dong-htx-2024");
  REQUIRE(plan.peak.has_value());
  CHECK(plan.peak->start == day("2024-03-29"));
  CHECK(plan.peak->end == day("2024-04-29"));
  const auto due = [&](const char* task) {
    return plan.tasks[*plan.find(model::TaskId{task})].window->due;
  };
  CHECK(due("ngay-htx-viet-nam") == day("2024-04-11"));
  CHECK(due("ky-niem-30-nam") == day("2024-04-14"));
}

TEST_CASE("document 004 has the four targets for which it prints a plan") {
  const auto plan = declared("chuong-trinh-56-2022");
  std::vector<double> planned;
  for (const auto& target : plan.targets) {
    planned.push_back(target.plan);
    CHECK(target.days == plan.period);
  }
  CHECK(planned == std::vector<double>{15, 80, 300, 5});
}

TEST_CASE("every plan that is in order is read") {
  int count = 0;
  for (const char* folder : {"/tests/definition/valid", "/workflows"}) {
    for (const auto& entry :
         std::filesystem::directory_iterator{TIENDO_SOURCE_DIR + std::string{folder}}) {
      if (entry.path().extension() != ".yaml") {
        continue;
      }
      INFO(entry.path().string());
      const auto read = read_plan_file(entry.path(), built_in_working_days());
      REQUIRE(read.has_value());
      for (const auto& finding : read->findings) {
        INFO(to_string(finding, Language::en));
        CHECK(finding.severity == Severity::warning);
      }
      ++count;
    }
  }
  CHECK(count >= 9);
}

TEST_CASE("a task without a window has the period and is never due") {
  const auto plan = plan_of(head_of_plan + "tasks:\n  a: { title: A, lead: nv }\n");
  CHECK(plan.tasks[0].window->start == day("2025-01-01"));
  CHECK(plan.tasks[0].window->end == day("2025-12-31"));
  CHECK_FALSE(plan.tasks[0].window->due.has_value());
  CHECK(plan.tasks[0].kind->str() == "general");
}

TEST_CASE("a window is a phrase, two ends, or stands before others") {
  const auto plan = plan_of(head_of_plan + R"(tasks:
  a: { title: A, lead: nv, window: { start: 2025-04-11, due: 2025-04-20, due_time: "17:00" } }
  b: { title: B, lead: nv, window: { due: Quý I/2025, certainty: external, phrase: đầu năm } }
  c: { title: C, lead: nv, window: { before: [ a, d ] } }
  d: { title: D, lead: nv, window: dự kiến tháng 9/2025 }
)");
  CHECK(plan.tasks[0].window->phrase == "11/04/2025 - 20/04/2025");
  CHECK(plan.tasks[0].window->due_time == 17h);
  CHECK(plan.tasks[1].window->phrase == "đầu năm");
  CHECK(plan.tasks[1].window->due == day("2025-03-31"));
  CHECK(plan.tasks[1].window->certainty == calendar::Certainty::external);
  CHECK(plan.tasks[2].window->due == day("2025-08-31"));
  CHECK_FALSE(plan.tasks[2].window->start.has_value());
  CHECK(plan.tasks[2].window->certainty == calendar::Certainty::tentative);
}

TEST_CASE("what waits for an event is a warning, what is no time an error") {
  const std::string waits = "tasks:\n  a: { title: A, lead: nv, window: sau khi có Hướng dẫn }\n";
  CHECK(codes(head_of_plan + waits) == Codes{"waiting_window"});
  const auto plan = plan_of(head_of_plan + waits);
  CHECK_FALSE(plan.tasks[0].window->resolved);
  CHECK_FALSE(plan.tasks[0].window->due.has_value());
  CHECK(codes(head_of_plan + "tasks:\n  a: { title: A, lead: nv, window: cho tốt }\n") ==
        Codes{"unclear_window"});
}

TEST_CASE("a setting says whether the day itself is before") {
  const std::string task = "tasks:\n  a: { title: A, lead: nv, window: trước ngày 15/4/2025 }\n";
  CHECK(plan_of(head_of_plan + task).tasks[0].window->due == day("2025-04-14"));
  CHECK(
      plan_of(head_of_plan + "settings: { before_day: inclusive }\n" + task).tasks[0].window->due ==
      day("2025-04-15"));
}

TEST_CASE("the ladder is the default, another, one of its own, or none") {
  const auto plan = plan_of(head_of_plan + R"(tasks:
  a: { title: A, lead: nv }
  b: { title: B, lead: nv, remind: none }
  c: { title: C, lead: nv, remind: { before: [ 7 ], escalate: { leaders: null } } }
)");
  CHECK(plan.tasks[0].ladder == model::Ladder{});
  CHECK_FALSE(plan.tasks[1].ladder.has_value());
  CHECK(plan.tasks[2].ladder->before == std::vector<int>{7});
  CHECK(plan.tasks[2].ladder->head_after == 2);
  CHECK_FALSE(plan.tasks[2].ladder->leaders_after.has_value());
}

TEST_CASE("the office is the unit called Văn phòng unless another is named") {
  const std::string tasks = "tasks: { a: { title: A, lead: nv } }\n";
  CHECK(plan_of(head_of_plan + tasks).organisation.office.str() == "vp");
  CHECK(plan_of(head_of_plan + "office: nv\n" + tasks).organisation.office.str() == "nv");
}

TEST_CASE("units of the plan add to those of its organisation and replace them") {
  const auto companions = [](const std::string& path) -> std::optional<Companion> {
    if (path != "office.yaml") {
      return std::nullopt;
    }
    return Companion{path, R"(schema: tiendo/organisation/1
id: o
name: Liên minh
office: vp
units: { vp: { name: Văn phòng }, nv: { name: Phòng cũ } }
settings: { detailed_plan_days: 7 }
)"};
  };
  const auto checked = read_plan(
      "schema: tiendo/plan/1\nid: p\ntitle: P\nperiod: năm 2025\norganisation: office.yaml\n"
      "units: { nv: { name: Phòng mới }, qt: { name: Quỹ } }\ntasks: { a: { title: A, lead: qt } "
      "}\n",
      "plan.yaml", companions, built_in_working_days());
  REQUIRE(checked.value.has_value());
  const auto& units = checked.value->organisation.units;
  REQUIRE(units.size() == 3);
  CHECK(units[1].name == "Phòng mới");
  CHECK(checked.value->settings.detailed_plan_days == 7);
}

TEST_CASE("a plan without phases gets three, made from its windows") {
  const auto plan =
      plan_of(head_of_plan + "tasks:\n  a: { title: A, lead: nv, window: Quý I/2025 }\n");
  REQUIRE(plan.phases.chart.size() == 4);
  CHECK(plan.phase_titles.at("tong-ket") == "Tổng kết");
  REQUIRE(plan.phases.conditions.size() == 2);
  CHECK(std::get<model::At>(plan.phases.conditions[0]).day == day("2025-01-01"));
  CHECK(std::get<model::At>(plan.phases.conditions[1]).day == day("2025-04-01"));
}

TEST_CASE("phases announce tasks and wait for what they name") {
  const auto plan = plan_of(head_of_plan + R"(tasks:
  a: { title: A, lead: nv }
  b: { title: B, lead: nv }
targets:
  moi: { title: HTX mới, unit: HTX, plan: 80, period: năm 2025, lead: nv }
phases:
  states:
    x:
      title: Chuẩn bị
      entry: [ { start: [ a ] } ]
      on: [ { at: tháng 4/2025, when: { accepted: [ a ] }, to: y } ]
    y: { on: [ { when: { any: [ { reached: { target: moi, at_least: 80 } }, { any_accepted: [ a, b ] } ] }, to: z } ] }
    z: { final: true }
)");
  CHECK(plan.tasks[0].announced_by_phases);
  CHECK_FALSE(plan.tasks[1].announced_by_phases);
  CHECK(plan.phase_titles.at("x") == "Chuẩn bị");
  CHECK(plan.phase_titles.at("y") == "y");
  CHECK(plan.phases.conditions.size() == 4);
}

TEST_CASE("errors of the form and of the meaning are told together") {
  const auto all = codes(R"(schema: tiendo/plan/1
id: p
titel: P
period: năm 2025
units: { nv: { name: Phòng } }
tasks:
  a: { title: 12, lead: nvv, window: Quý 9/2025 }
)");
  for (const char* code :
       {"missing_key", "unknown_key", "wrong_type", "unknown_unit", "unclear_window"}) {
    INFO(code);
    CHECK(std::ranges::count(all, code) == 1);
  }
}

TEST_CASE("what cannot be opened is told apart from what is wrong") {
  CHECK(read_plan_file("/nowhere/plan.yaml", built_in_working_days()).has_error());
  CHECK(
      read_plan_file(std::filesystem::temp_directory_path(), built_in_working_days()).has_error());
}
