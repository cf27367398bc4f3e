#pragma once

#include "definition/finding.hpp"
#include "definition/task_items.hpp"
#include "model/plan.hpp"

namespace tiendo::definition {

/// What a person should look at in a plan that can be run all the same, as warnings at the places
/// of `tasks`, which the plan's tasks were made of: no lead, windows outside the period or, of a
/// part, outside the whole, due dates before the issue, units that do not exist on the days, leads
/// outside the office, tasks that come after later ones.
void check_plan(const std::vector<TaskItem>& tasks, const model::Plan& plan, Findings& findings);

}  // namespace tiendo::definition
