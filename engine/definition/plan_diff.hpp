#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/working_days.hpp"
#include "definition/plan_facts.hpp"
#include "model/plan.hpp"
#include "model/rung.hpp"

namespace tiendo::definition {

/// A value that an amendment changes, takes away (no `after`) or adds (no `before`).
struct FactChange {
  Text name;
  std::optional<Text> before;
  std::optional<Text> after;

  friend bool operator==(const FactChange&, const FactChange&) = default;
};

struct ThingChange {
  enum class How { added, removed, changed };
  How how = How::changed;
  std::string id;
  std::string title;              // the new one, where there is one
  std::vector<FactChange> facts;  // of a thing that is removed: none
};

/// A day of a task that moves, disappears (no `after`) or is new (no `before`).
struct DayChange {
  model::TaskId task;
  model::Rung rung;
  std::optional<Day> before;
  std::optional<Day> after;
};

/// What an amendment would change. Things stand in the order of the new plan, those that are
/// removed after them.
struct PlanDifference {
  std::vector<FactChange> plan;
  std::vector<ThingChange> tasks;
  std::vector<ThingChange> phases;
  std::vector<ThingChange> kinds;
  std::vector<ThingChange> targets;
  std::vector<ThingChange> units;
  std::vector<DayChange> days;  // planned_days.hpp

  [[nodiscard]] bool empty() const;
};

/// Compares two versions of a plan by what they say: comments, order of the tasks and wording of
/// the files do not count. Things are told apart by their ids.
[[nodiscard]] PlanDifference diff(const model::Plan& before, const model::Plan& after,
                                  const calendar::WorkingDays& working_days);

}  // namespace tiendo::definition
