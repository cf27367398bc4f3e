#include <fmt/format.h>

#include "decide/task_commands.hpp"
#include "model/at_work.hpp"

namespace tiendo::decide {

Refusal decide_task(const model::ReportTask& command, model::TaskIndex task, Draft& draft) {
  const auto& procedure = draft.task(task).procedure;
  if (procedure && !procedure->done) {
    return Rejection{
        "procedure_not_finished",
        {"quy trình của nhiệm vụ chưa kết thúc: thực hiện hết các bước rồi mới báo cáo",
         "the procedure of the task has not ended: perform its steps, then report"}};
  }
  const auto& plan = *draft.campaign().plan;
  for (const auto part : plan.tasks[task].part_tasks) {
    const auto state = draft.state_of(part);
    if (!model::is_over(state)) {
      return Rejection{
          "parts_open",
          {fmt::format("phần việc “{}” chưa được nghiệm thu", plan.tasks[part].title),
           fmt::format("its part '{}' has not been accepted", plan.tasks[part].title)}};
    }
  }
  draft.record(task, model::TaskReported{command.task, command.document, command.text});
  return std::nullopt;
}

}  // namespace tiendo::decide
