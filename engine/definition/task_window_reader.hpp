#pragma once

#include <optional>
#include <vector>

#include "calendar/window.hpp"
#include "definition/finding.hpp"
#include "definition/node.hpp"
#include "definition/task_names.hpp"
#include "definition/time_context.hpp"
#include "model/plan.hpp"

namespace tiendo::definition {

/// Of a task without a window: the period of the plan. It has no due date and is never overdue.
[[nodiscard]] calendar::Window whole_period(const TimeContext& time);

/// Takes the `certainty` beside a window, if there is one, into it.
void set_certainty(const Node& task, calendar::Window& window);

/// Whether a `window:` names other tasks: `{ before: … }`, `{ after: …, within: … }`.
[[nodiscard]] bool hangs_on_tasks(const Node& window);

/// A window that is known once the tasks are that it names.
struct HangingWindow {
  calendar::Window window;               // what stands beside the tasks
  std::vector<model::TaskIndex> before;  // due the day before the last of them begins
  std::optional<model::DueAfter> due_after;
};

/// Reads a window of which `hangs_on_tasks` is true. Errors: two due dates, `after` or `within`
/// without the other, a length of time that is not in days.
[[nodiscard]] HangingWindow read_hanging_window(const Node& node, const TaskNames& names,
                                                const TimeContext& time, Findings& findings);

}  // namespace tiendo::definition
