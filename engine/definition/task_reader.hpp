#pragma once

#include "definition/finding.hpp"
#include "definition/kind_reader.hpp"
#include "definition/names.hpp"
#include "definition/task_items.hpp"
#include "definition/time_context.hpp"
#include "model/plan.hpp"

namespace tiendo::definition {

/// What the tasks of a plan are read with.
struct TaskContext {
  const TimeContext& time;
  const Names& units;
  Kinds& kinds;
};

/// Reads the rest of `tasks` and takes them into `plan`, whose organisation and period are there
/// already; a part of a task without a lead or a window has those of the whole. Checks them against
/// each other: what they come after and before, and that none goes in a circle.
void read_tasks(TaskItems& tasks, const TaskContext& context, model::Plan& plan,
                Findings& findings);

}  // namespace tiendo::definition
