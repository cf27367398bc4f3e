#include "decide/task_commands.hpp"

namespace tiendo::decide {

Refusal decide_task(const model::SubmitPlan& command, model::TaskIndex task, Draft& draft) {
  draft.record(task, model::PlanSubmitted{command.task, command.document});
  return std::nullopt;
}

}  // namespace tiendo::decide
