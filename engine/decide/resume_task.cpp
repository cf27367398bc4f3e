#include "decide/task_commands.hpp"

namespace tiendo::decide {

Refusal decide_task(const model::ResumeTask& command, model::TaskIndex task, Draft& draft) {
  draft.record(task, model::TaskResumed{command.task});
  draft.tell(task, model::Subject::resumed);
  return std::nullopt;
}

}  // namespace tiendo::decide
