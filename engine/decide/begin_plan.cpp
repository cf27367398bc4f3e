#include "decide/task_commands.hpp"

namespace tiendo::decide {

Refusal decide_task(const model::BeginPlan& command, model::TaskIndex task, Draft& draft) {
  draft.record(task, model::PlanBegun{command.task});
  return std::nullopt;
}

}  // namespace tiendo::decide
