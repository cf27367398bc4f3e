#include "decide/refuse.hpp"
#include "decide/task_commands.hpp"

namespace tiendo::decide {

Refusal decide_task(const model::CancelTask& command, model::TaskIndex task, Draft& draft) {
  if (auto refusal = require(command.reason, {"lý do hủy", "the reason for cancelling it"})) {
    return refusal;
  }
  draft.record(task, model::TaskCancelled{command.task, command.reason});
  draft.tell(task, model::Subject::cancelled, command.reason);
  return std::nullopt;
}

}  // namespace tiendo::decide
