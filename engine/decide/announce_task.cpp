#include "decide/task_commands.hpp"

namespace tiendo::decide {

Refusal decide_task(const model::AnnounceTask&, model::TaskIndex task, Draft& draft) {
  draft.announce(task);
  return std::nullopt;
}

}  // namespace tiendo::decide
