#include "decide/refuse.hpp"
#include "decide/task_commands.hpp"

namespace tiendo::decide {

Refusal decide_task(const model::SuspendTask& command, model::TaskIndex task, Draft& draft) {
  if (auto refusal = require(command.reason, {"lý do tạm dừng", "the reason for suspending it"})) {
    return refusal;
  }
  draft.record(task, model::TaskSuspended{command.task, command.reason});
  draft.tell(task, model::Subject::suspended, command.reason);
  return std::nullopt;
}

}  // namespace tiendo::decide
