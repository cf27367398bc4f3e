#include "decide/refuse.hpp"
#include "decide/task_commands.hpp"

namespace tiendo::decide {

Refusal decide_task(const model::ReturnPlan& command, model::TaskIndex task, Draft& draft) {
  if (auto refusal = require(command.reason, {"lý do trả lại", "the reason for returning it"})) {
    return refusal;
  }
  draft.record(task, model::PlanReturned{command.task, command.reason});
  draft.tell(task, model::Subject::plan_returned, command.reason);
  return std::nullopt;
}

}  // namespace tiendo::decide
