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

/// What has to have come of a target, by its latest result.
struct ExpectedAchievement {
  model::TargetId target;
  std::optional<double> percent;
  std::optional<double> measured;
  std::optional<bool> met;
};

/// What has to be so: at the end of the day `at`, without one at the end of all.
struct Expectation {
  Mark mark;
  std::optional<Day> at;
  model::TaskId task;  // empty: about the phases, the campaign or a target
  std::optional<model::TaskState> state;
  std::optional<Day> due;
  std::optional<Day> first_due;
  std::string phase;  // the id of a state of the phases that is active
  std::optional<model::CampaignState> campaign;
  std::optional<ExpectedAchievement> achievement;
};

/// People who act through a campaign, and what comes of it: the file tiendo/scenario/1.
struct Scenario {
  std::string file;
  std::string title;
  std::vector<model::Person> people;
  std::vector<ScenarioStep> steps;  // in time order
  std::vector<Expectation> expectations;
};

/// The longest time after the period of a plan in which it is still summed up and closed.
inline constexpr int days_after_period_max = 184;

/// The day with which `scenario`, played on a plan of this period, ends: with the period, or with
/// what is done and expected after it.
[[nodiscard]] Day last_day(const Scenario& scenario, DayRange period);

}  // namespace tiendo::definition
