#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "definition/mark.hpp"
#include "model/command.hpp"

namespace tiendo::definition {

/// A person does something at an instant.
struct ScenarioStep {
  Mark mark;  // in the file, for what is said about the step
  Timestamp at;
  model::Command command;  // its campaign is filled in by whoever runs the scenario
  std::string refused;     // the code of the rejection that is expected; empty: it is accepted
};

/// What has to be so: at the end of the day `at`, without one at the end of all.
struct Expectation {
  Mark mark;
  std::optional<Day> at;
  model::TaskId task;  // empty: about the phases
  std::optional<model::TaskState> state;
  std::optional<Day> due;
  std::optional<Day> first_due;
  std::string phase;  // the id of a state of the phases that is active
};

/// People who act through a campaign, and what comes of it: the file tiendo/scenario/1.
struct Scenario {
  std::string file;
  std::string title;
  std::vector<model::Person> people;
  std::vector<ScenarioStep> steps;  // in time order
  std::vector<Expectation> expectations;
};

}  // namespace tiendo::definition
