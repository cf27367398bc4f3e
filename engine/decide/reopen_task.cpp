#include "decide/refuse.hpp"
#include "decide/task_commands.hpp"

namespace tiendo::decide {

Refusal decide_task(const model::ReopenTask& command, model::TaskIndex task, Draft& draft) {
  if (auto refusal = require(command.reason, {"lý do mở lại", "the reason for reopening it"})) {
    return refusal;
  }
  draft.record(task, model::TaskReopened{command.task, command.reason});
  draft.tell(task, model::Subject::reopened, command.reason);
  return std::nullopt;
}

}  // namespace tiendo::decide
