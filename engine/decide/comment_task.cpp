#include "decide/refuse.hpp"
#include "decide/task_commands.hpp"

namespace tiendo::decide {
namespace {

/// "Lê Thanh Bình: mời thêm Sở Công Thương": whoever is told of a comment is told whose it is.
std::string with_author(const std::string& text, const Draft& draft) {
  const auto& people = draft.office().people;
  const auto author = people.find(draft.actor());
  return author == people.end() ? text : author->second.name + ": " + text;
}

}  // namespace

Refusal decide_task(const model::CommentTask& command, model::TaskIndex task, Draft& draft) {
  if (auto refusal = require(command.text, {"nội dung ý kiến", "the text of the comment"})) {
    return refusal;
  }
  draft.record(task, model::TaskCommented{command.task, command.text});
  draft.tell(task, model::Subject::commented, with_author(command.text, draft));
  return std::nullopt;
}

}  // namespace tiendo::decide
