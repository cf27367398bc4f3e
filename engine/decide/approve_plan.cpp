#include "decide/task_commands.hpp"

namespace tiendo::decide {

Refusal decide_task(const model::ApprovePlan& command, model::TaskIndex task, Draft& draft) {
  draft.record(task, model::PlanApproved{command.task, command.document});
  draft.tell(task, model::Subject::plan_approved);
  return std::nullopt;
}

}  // namespace tiendo::decide
