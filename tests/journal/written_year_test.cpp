// The year of document 001, with every event written down and read back.

#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <utility>

#include "definition/file.hpp"
#include "definition/holidays.hpp"
#include "definition/plan_reader.hpp"
#include "definition/scenario_reader.hpp"
#include "journal/codec.hpp"
#include "journal/snapshot_codec.hpp"
#include "runtime/rehearsal.hpp"
#include "support/words.hpp"

namespace tiendo::test {
namespace {

const std::string workflows = TIENDO_SOURCE_DIR "/workflows/";
const std::string name = "thang-hanh-dong-htx-2025.yaml";

std::shared_ptr<const model::Plan> document_001() {
  auto read = definition::read_plan_file(workflows + name, definition::built_in_working_days());
  REQUIRE(read.has_value());
  REQUIRE(read->value.has_value());
  return std::make_shared<const model::Plan>(std::move(*read->value));
}

definition::Scenario people(const model::Plan& plan) {
  const auto file = workflows + "scenarios/" + name;
  const auto text = definition::read_file(workflows + name).value();
  auto read = definition::read_scenario(definition::read_file(file).value(), file, plan,
                                        {text, definition::companions_of(workflows + name)});
  REQUIRE(read.value.has_value());
  return std::move(*read.value);
}

model::Event written_down(const model::Event& event) {
  std::string payload;
  const auto [type, schema] = journal::encode(event.body, payload);
  auto body = journal::decode(type, schema, payload);
  INFO(type << " " << payload);
  REQUIRE(body.has_value());
  auto read = event;
  read.body = std::move(*body);
  std::string again;
  journal::encode(read.body, again);
  REQUIRE(again == payload);
  return read;
}

}  // namespace

TEST_CASE("a year that was written down and read back is the same year") {
  const auto plan = document_001();
  const auto file = definition::read_file(workflows + name).value();
  runtime::Simulation simulation{definition::built_in_holidays()};
  const auto outcome =
      runtime::rehearse(simulation, plan, {{name, file}}, people(*plan), end_of(plan->period.last));
  REQUIRE(outcome.has_value());
  REQUIRE(simulation.events().size() > 500);

  model::State straight;
  model::State read;
  model::State restarted;
  std::size_t count = 0;
  for (const auto& event : simulation.events()) {
    model::apply(straight, event);
    model::apply(read, written_down(event));
    model::apply(restarted, written_down(event));
    if (++count % 50 == 0) {
      REQUIRE(dump(straight) == dump(read));
      auto snapshot = journal::read_snapshot(journal::write_snapshot(restarted, count, ""));
      REQUIRE(snapshot.has_value());
      restarted = std::move(snapshot->state);
    }
  }
  CHECK(dump(read) == dump(simulation.state()));
  CHECK(dump(restarted) == dump(simulation.state()));
  const auto& tasks = simulation.campaign().tasks;
  CHECK(read.campaigns.begin()->second.tasks == tasks);
  CHECK(restarted.campaigns.begin()->second.tasks == tasks);
}

TEST_CASE("what follows from the plan of document 001 follows from what was written down") {
  const auto plan = document_001();
  std::string payload;
  const auto [type, schema] = journal::encode(model::CampaignIssued{plan, {}}, payload);
  const auto body = journal::decode(type, schema, payload);
  REQUIRE(body.has_value());
  const auto& read = *std::get<model::CampaignIssued>(*body).plan;
  REQUIRE(read.tasks.size() == plan->tasks.size());
  for (std::size_t i = 0; i < plan->tasks.size(); ++i) {
    const auto& task = plan->tasks[i];
    INFO(task.id);
    CHECK(read.tasks[i].window == task.window);
    CHECK(read.tasks[i].announced_by_phases == task.announced_by_phases);
    CHECK(read.tasks[i].dependents == task.dependents);
    CHECK((read.tasks[i].procedure != nullptr) == (task.procedure != nullptr));
    CHECK(read.find(task.id) == i);
  }
  CHECK(read.organisation == plan->organisation);
  CHECK(read.phase_titles == plan->phase_titles);
  REQUIRE(read.phases.chart.size() == plan->phases.chart.size());
  for (chart::StateIndex s = 0; s < plan->phases.chart.size(); ++s) {
    CHECK(read.phases.chart.name(s) == plan->phases.chart.name(s));
  }
}

}  // namespace tiendo::test
