#include <fmt/format.h>

#include "decide/task_commands.hpp"

namespace tiendo::decide {

Refusal decide_task(const model::PerformStep& command, model::TaskIndex task, Draft& draft) {
  if (!draft.procedure_awaits(task, command.step)) {
    return Rejection{
        "step_not_possible",
        {fmt::format("quy trình không có bước “{}” vào lúc này", command.step),
         fmt::format("the procedure does not wait for the step '{}' now", command.step)}};
  }
  draft.record(task, model::StepPerformed{command.task, command.step});
  return std::nullopt;
}

}  // namespace tiendo::decide
