#include <fmt/format.h>

#include "decide/refuse.hpp"
#include "decide/task_commands.hpp"

namespace tiendo::decide {
namespace {

/// An extension moves a due date that there is, to a later day that has not passed.
Refusal check_extension(const model::Task& task, Day due, Timestamp now) {
  if (!task.due) {
    return bad_argument({"nhiệm vụ không có hạn, không cần gia hạn",
                         "the task has no due date: there is nothing to extend"});
  }
  if (!due.ok() || due <= *task.due || end_of(due) <= now) {
    return bad_argument(
        {fmt::format("hạn mới phải sau hạn hiện nay {} và chưa qua", to_vietnamese(*task.due)),
         fmt::format("the new due date has to be after {} and not in the past",
                     to_string(*task.due))});
  }
  return std::nullopt;
}

Rejection nothing_asked() {
  return Rejection{"no_extension_asked",
                   {"chưa có đề nghị gia hạn nào: nêu rõ hạn mới khi cho gia hạn",
                    "no extension has been asked for: name the new due date"}};
}

}  // namespace

Refusal decide_task(const model::AskExtension& command, model::TaskIndex task, Draft& draft) {
  if (auto refusal = require(command.reason, {"lý do gia hạn", "the reason for the extension"})) {
    return refusal;
  }
  if (auto refusal = check_extension(draft.task(task), command.due, draft.now())) {
    return refusal;
  }
  draft.record(task, model::ExtensionAsked{command.task, command.due, command.reason});
  return std::nullopt;
}

Refusal decide_task(const model::GrantExtension& command, model::TaskIndex task, Draft& draft) {
  const auto& asked = draft.task(task).asked;
  if (!command.due && !asked) {
    return nothing_asked();
  }
  const Day due = command.due ? *command.due : asked->due;
  if (auto refusal = check_extension(draft.task(task), due, draft.now())) {
    return refusal;
  }
  draft.record(task, model::ExtensionGranted{command.task, due});
  draft.tell(task, model::Subject::extension_granted);
  return std::nullopt;
}

Refusal decide_task(const model::RefuseExtension& command, model::TaskIndex task, Draft& draft) {
  if (!draft.task(task).asked) {
    return nothing_asked();
  }
  if (auto refusal = require(command.reason, {"lý do không gia hạn", "the reason for refusing"})) {
    return refusal;
  }
  draft.record(task, model::ExtensionRefused{command.task, command.reason});
  draft.tell(task, model::Subject::extension_refused, command.reason);
  return std::nullopt;
}

}  // namespace tiendo::decide
