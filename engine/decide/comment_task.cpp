#include "decide/refuse.hpp"
#include "decide/task_commands.hpp"

namespace tiendo::decide {

Refusal decide_task(const model::CommentTask& command, model::TaskIndex task, Draft& draft) {
  if (auto refusal = require(command.text, {"nội dung ý kiến", "the text of the comment"})) {
    return refusal;
  }
  draft.record(task, model::TaskCommented{command.task, command.text});
  draft.tell(task, model::Subject::commented, command.text);
  return std::nullopt;
}

}  // namespace tiendo::decide
