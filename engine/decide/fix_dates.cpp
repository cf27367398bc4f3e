#include <fmt/format.h>

#include "decide/refuse.hpp"
#include "decide/task_commands.hpp"

namespace tiendo::decide {

Refusal decide_task(const model::FixDates& command, model::TaskIndex task, Draft& draft) {
  const auto start = command.start ? command.start : draft.task(task).start;
  if (!command.due.ok() || (command.start && !command.start->ok()) ||
      (start && command.due < *start)) {
    return bad_argument({"hạn hoàn thành không được trước ngày bắt đầu",
                         "the due date cannot be before the start"});
  }
  if (end_of(command.due) <= draft.now()) {
    return bad_argument({fmt::format("ngày {} đã qua", to_vietnamese(command.due)),
                         fmt::format("{} has passed: fix a date to come", to_string(command.due))});
  }
  draft.record(task, model::DatesFixed{command.task, command.start, command.due});
  draft.tell(task, model::Subject::dates_fixed);
  return std::nullopt;
}

}  // namespace tiendo::decide
