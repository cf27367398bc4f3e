#include "decide/task_commands.hpp"

namespace tiendo::decide {

Refusal decide_task(const model::AcceptTask& command, model::TaskIndex task, Draft& draft) {
  draft.record(task, model::TaskAccepted{command.task, command.text});
  draft.tell(task, model::Subject::accepted);
  return std::nullopt;
}

}  // namespace tiendo::decide
