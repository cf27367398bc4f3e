#pragma once

#include "calendar/expression.hpp"
#include "definition/finding.hpp"
#include "definition/kind_reader.hpp"
#include "definition/names.hpp"
#include "definition/node.hpp"
#include "model/plan.hpp"

namespace tiendo::definition {

/// What the tasks of a plan are read with.
struct TaskContext {
  const calendar::ExpressionContext& time;
  const Names& units;
  Kinds& kinds;
};

/// The names of the tasks in `node`, a `tasks:` map; an error for each that cannot be one.
[[nodiscard]] Names read_task_names(const Node& node, Findings& findings);

/// Takes the tasks of `node` into `plan`, whose organisation and period are there already, and
/// checks them against each other: what they come after and before, and that neither goes in a
/// circle.
void read_tasks(const Node& node, const Names& names, const TaskContext& context, model::Plan& plan,
                Findings& findings);

}  // namespace tiendo::definition
