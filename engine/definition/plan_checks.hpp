#pragma once

#include "definition/finding.hpp"
#include "definition/node.hpp"
#include "model/plan.hpp"

namespace tiendo::definition {

/// What a person should look at in a plan that can be run all the same, as warnings at the places
/// of `tasks`, the map that the plan's tasks were read from: no lead, windows outside the period,
/// due dates before the issue, units that do not exist on the days, leads outside the office, tasks
/// that come after later ones.
void check_plan(const Node& tasks, const model::Plan& plan, Findings& findings);

}  // namespace tiendo::definition
