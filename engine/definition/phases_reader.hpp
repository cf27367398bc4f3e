#pragma once

#include "definition/finding.hpp"
#include "definition/names.hpp"
#include "definition/node.hpp"
#include "definition/task_names.hpp"
#include "definition/time_context.hpp"
#include "model/plan.hpp"

namespace tiendo::definition {

/// What the phases of a plan may name.
struct PhasesContext {
  const TimeContext& time;
  const TaskNames& tasks;
  const Names& targets;
};

/// Takes the phases in `node` into `plan`: a statechart with `title` on states, the action `start`,
/// the guards `accepted`, `any_accepted`, `reached` and `at`, and `at` on transitions. Every state
/// and every task that is to be started has to be reachable; a task that comes again is announced
/// by the clock and cannot be started. `plan` holds its tasks.
void read_phases(const Node& node, const PhasesContext& context, model::Plan& plan,
                 Findings& findings);

/// For a plan without phases: chuan-bi until the period begins, thuc-hien until the last due date
/// (of a plan without due dates, the period) is over, then tong-ket, which is final. All tasks are
/// announced at the issue.
void make_phases(model::Plan& plan);

}  // namespace tiendo::definition
