#include <fmt/format.h>

#include "decide/awaited_steps.hpp"
#include "decide/task_commands.hpp"

namespace tiendo::decide {
namespace {

/// What would be right.
Text remedy(const Draft& draft, model::TaskIndex task) {
  std::string names;
  for (const auto& step : awaited_steps(draft, task)) {
    names += (names.empty() ? "" : ", ") + step.event;
  }
  return names.empty() ? Text{"không còn bước nào", "there is none left"}
                       : Text{"đang chờ: " + names, "it waits for: " + names};
}

}  // namespace

Refusal decide_task(const model::PerformStep& command, model::TaskIndex task, Draft& draft) {
  if (!draft.procedure_awaits(task, command.step)) {
    const Text right = remedy(draft, task);
    return Rejection{
        "step_not_possible",
        {fmt::format("quy trình không có bước “{}” vào lúc này; {}", command.step, right.vi),
         fmt::format("the procedure does not wait for the step '{}' now; {}", command.step,
                     right.en)}};
  }
  draft.record(task, model::StepPerformed{command.task, command.step});
  return std::nullopt;
}

}  // namespace tiendo::decide
