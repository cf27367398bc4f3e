// The year of document 001 through the real engine: once with nobody acting, once with people.

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "definition/file.hpp"
#include "definition/holidays.hpp"
#include "definition/plan_reader.hpp"
#include "definition/scenario_reader.hpp"
#include "runtime/rehearsal.hpp"
#include "support/words.hpp"

using namespace tiendo;

namespace {

using Entries = std::vector<runtime::Entry>;
using Restart = runtime::Simulation::Restart;

const std::string workflows = TIENDO_SOURCE_DIR "/workflows/";
const std::string name = "thang-hanh-dong-htx-2025.yaml";

std::shared_ptr<const model::Plan> document_001() {
  auto read = definition::read_plan_file(workflows + name, definition::built_in_working_days());
  REQUIRE(read.has_value());
  REQUIRE(read->value.has_value());
  return std::make_shared<const model::Plan>(std::move(*read->value));
}

definition::Scenario people(const model::Plan& plan, const std::string& scenario = name) {
  const auto file = workflows + "scenarios/" + scenario;
  auto read = definition::read_scenario(definition::read_file(file).value(), file, plan);
  REQUIRE(read.value.has_value());
  return std::move(*read.value);
}

/// What a year came to: what was told, what failed, and the state at its end.
struct Year {
  runtime::Outcome outcome;
  test::Lines state;
};

Year year(const definition::Scenario& scenario, Restart restart = Restart::never) {
  const auto plan = document_001();
  runtime::Simulation simulation{definition::built_in_holidays(), restart};
  auto outcome =
      runtime::rehearse(simulation, plan, {}, scenario, end_of(plan->period.last)).value();
  return {std::move(outcome), test::dump(simulation.state())};
}

std::vector<std::string> lines(const Entries& entries) {
  std::vector<std::string> lines;
  for (const auto& entry : entries) {
    lines.push_back(to_string(entry.at) + " " + to_string(entry.day) + " " + entry.type + " " +
                    entry.task.str() + " " + entry.rung + " " + entry.to + " " + entry.text.en);
  }
  return lines;
}

Entries of_task(const Entries& entries, std::string_view task) {
  Entries found;
  std::ranges::copy_if(entries, std::back_inserter(found),
                       [&](const auto& entry) { return entry.task.str() == task; });
  return found;
}

const runtime::Entry& one(const Entries& entries, std::string_view task, std::string_view type) {
  const auto found = std::ranges::find_if(
      entries, [&](const auto& entry) { return entry.task.str() == task && entry.type == type; });
  REQUIRE(found != entries.end());
  return *found;
}

bool tells(const runtime::Entry& entry) {
  return entry.type == "reminder" || entry.type == "overdue" || entry.type == "escalation" ||
         entry.type == "report_period";
}

}  // namespace

TEST_CASE("with nobody acting, all 23 tasks of document 001 are announced and open") {
  const auto entries = year({}).outcome.entries;
  std::set<model::TaskId> announced;
  std::set<model::TaskId> opened;
  for (const auto& entry : entries) {
    if (entry.rung == "announced") announced.insert(entry.task);
    if (entry.type == "open") opened.insert(entry.task);
  }
  CHECK(announced.size() == 23);
  CHECK(opened.size() == 23);
}

TEST_CASE("the conference opens on 11/4 and is due on Sunday 20/4, which is not rolled") {
  const auto entries = year({}).outcome.entries;
  const auto& open = one(entries, "hoi-nghi-dien-hinh", "open");
  CHECK(to_string(open.at) == "2025-04-11T00:00:00+07:00");
  const auto& due = one(entries, "hoi-nghi-dien-hinh", "due");
  CHECK(to_string(due.day) == "2025-04-20");
  CHECK(to_string(due.at) == "2025-04-21T00:00:00+07:00");
}

TEST_CASE("the ladder of the conference merges what falls on the Friday before a Sunday") {
  std::vector<std::string> rungs;
  for (const auto& entry : of_task(year({}).outcome.entries, "hoi-nghi-dien-hinh")) {
    if (tells(entry) && entry.day < Day{std::chrono::year{2025} / 4 / 26}) {
      rungs.push_back(to_string(entry.day) + " " + entry.rung);
    }
  }
  CHECK(rungs == std::vector<std::string>{
                     "2025-03-20 fix_date-15", "2025-03-20 detailed_plan-5",
                     "2025-03-26 detailed_plan-1", "2025-03-27 detailed_plan+0", "2025-04-04 -10",
                     "2025-04-14 -5", "2025-04-16 -3", "2025-04-18 0", "2025-04-22 to_head+2",
                     "2025-04-23 +3", "2025-04-25 to_leaders+5"});
}

TEST_CASE("people are told on working days only, at half past seven") {
  const auto& days = definition::built_in_working_days();
  bool on_the_saturday_worked = false;
  for (const auto& entry : year({}).outcome.entries) {
    if (tells(entry)) {
      INFO(to_string(entry.at) << " " << entry.task << " " << entry.rung);
      CHECK(days.is_working(entry.day));
      CHECK(entry.at == instant_of(entry.day, std::chrono::minutes{7 * 60 + 30}));
      CHECK(to_string(entry.day) != "2025-04-07");
      on_the_saturday_worked |= to_string(entry.day) == "2025-04-26";
    }
  }
  CHECK(on_the_saturday_worked);
}

TEST_CASE("a tentative window is first asked to be fixed") {
  const auto plan = document_001();
  const auto entries = year({}).outcome.entries;
  for (const auto& task : plan->tasks) {
    if (task.window->certainty != calendar::Certainty::tentative || !task.window->start) {
      continue;
    }
    INFO(task.id);
    const auto told = of_task(entries, task.id.str());
    const auto first = std::ranges::find_if(told, tells);
    REQUIRE(first != told.end());
    CHECK(first->rung == "fix_date-15");
  }
}

TEST_CASE("of a task without a lead the office is told") {
  const auto plan = document_001();
  for (const auto& entry : year({}).outcome.entries) {
    const auto task = plan->find(entry.task);
    if (task && plan->tasks[*task].leads.empty() && tells(entry) && entry.to != "leaders") {
      INFO(entry.task << " " << entry.rung);
      CHECK(entry.to == "van-phong");
    }
  }
}

TEST_CASE("a task and rung is one entry, and entries stand in the order of time") {
  const auto entries = year({}).outcome.entries;
  std::set<std::string> seen;
  for (const auto& entry : entries) {
    if (!entry.rung.empty()) {
      INFO(entry.task << " " << entry.rung);
      CHECK(seen.insert(entry.task.str() + " " + entry.rung).second);
    }
  }
  CHECK(std::ranges::is_sorted(entries, {}, &runtime::Entry::at));
}

TEST_CASE("people act through the whole year as the scenario says") {
  const std::string scenario = GENERATE("thang-hanh-dong-htx-2025.yaml", "demo.yaml");
  INFO(scenario);
  const auto outcome = year(people(*document_001(), scenario)).outcome;
  for (const auto& failure : outcome.failures) {
    UNSCOPED_INFO(failure.en);
  }
  CHECK(outcome.failures.empty());
}

TEST_CASE("a year with a restart between any two steps is the same year") {
  const auto scenario = people(*document_001());
  const auto straight = year(scenario);
  const auto restarted = year(scenario, Restart::between_steps);
  CHECK(lines(straight.outcome.entries) == lines(restarted.outcome.entries));
  CHECK(straight.state == restarted.state);
  CHECK(restarted.outcome.failures.empty());
}

TEST_CASE("a year in which nobody acts survives restarts too") {
  const auto straight = year({});
  const auto restarted = year({}, Restart::between_steps);
  CHECK(lines(straight.outcome.entries) == lines(restarted.outcome.entries));
  CHECK(straight.state == restarted.state);
}
