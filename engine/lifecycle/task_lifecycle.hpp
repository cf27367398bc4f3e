#pragma once

#include <optional>

#include "model/lifecycle.hpp"

namespace tiendo::lifecycle {

/// What the law of tasks has to know beside the state.
struct TaskFacts {
  bool plan_owed = false;  // a detailed plan is owed before the start
  model::TaskState before_suspension = model::TaskState::announced;  // read in `suspended` only
};

/// The state of a task after `action`: the same one where the action leaves it, nothing where the
/// law refuses. Pure; any thread. Resuming into a state that cannot be suspended is refused.
[[nodiscard]] std::optional<model::TaskState> next(model::TaskState state, model::TaskAction action,
                                                   const TaskFacts& facts);

}  // namespace tiendo::lifecycle
