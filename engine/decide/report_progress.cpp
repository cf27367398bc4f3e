#include <fmt/format.h>

#include "decide/refuse.hpp"
#include "decide/task_commands.hpp"

namespace tiendo::decide {

Refusal decide_task(const model::ReportProgress& command, model::TaskIndex task, Draft& draft) {
  if (command.percent < 0 || command.percent > 100) {
    return bad_argument(
        {fmt::format("tiến độ là {} %, phải từ 0 đến 100 %", command.percent),
         fmt::format("progress is {} %, it goes from 0 to 100 %", command.percent)});
  }
  draft.record(task, model::ProgressReported{command.task, command.percent, command.text});
  return std::nullopt;
}

}  // namespace tiendo::decide
