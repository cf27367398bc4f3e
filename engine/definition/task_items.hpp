#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "definition/finding.hpp"
#include "definition/node.hpp"
#include "definition/occurrences.hpp"
#include "definition/task_names.hpp"
#include "definition/time_context.hpp"
#include "model/plan.hpp"

namespace tiendo::definition {

/// What a plan declares as one task: one line of `tasks:`, or a part with an id of its own. In the
/// plan it is one task, or one for each time that it comes again.
struct TaskItem {
  std::string_view id;
  Mark at;
  const Node* node = nullptr;
  std::optional<std::size_t> whole;  // the item that it is a part of
  model::TaskIndex first = 0;        // of its tasks in the plan
  std::vector<TimeOfTask> times;     // of one that comes again
  model::PlannedTask task;           // what its tasks have in common; of times, from first to last
  bool window_is_read = false;       // it does not hang on other tasks

  [[nodiscard]] model::TaskIndex count() const {
    return times.empty() ? 1 : static_cast<model::TaskIndex>(times.size());
  }
};

struct TaskItems {
  std::vector<TaskItem> items;
  TaskNames names;
};

/// Of all series of a plan together.
inline constexpr std::size_t times_in_plan_max = 20'000;

/// The items in `node`, a `tasks:` map that has to outlive them, each whole before its parts, with
/// their names and with those windows that do not hang on other tasks. Errors: ids that are no ids
/// or are taken, series without a time in the period or with too many of them.
[[nodiscard]] TaskItems read_task_items(const Node& node, const TimeContext& time,
                                        Findings& findings);

}  // namespace tiendo::definition
