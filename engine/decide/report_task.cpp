#include "decide/task_commands.hpp"

namespace tiendo::decide {

Refusal decide_task(const model::ReportTask& command, model::TaskIndex task, Draft& draft) {
  const auto& procedure = draft.task(task).procedure;
  if (procedure && !procedure->done) {
    return Rejection{
        "procedure_not_finished",
        {"quy trình của nhiệm vụ chưa kết thúc: thực hiện hết các bước rồi mới báo cáo",
         "the procedure of the task has not ended: perform its steps, then report"}};
  }
  draft.record(task, model::TaskReported{command.task, command.document, command.text});
  return std::nullopt;
}

}  // namespace tiendo::decide
