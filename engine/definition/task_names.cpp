#include "definition/task_names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "definition/wording.hpp"

namespace tiendo::definition {

TaskNames::TaskNames() : names_({"task", {"nhiệm vụ", "task"}}) {}

void TaskNames::declare(std::string name, Range tasks) {
  names_.declare(kept_.emplace_back(std::move(name)));
  ranges_.push_back(tasks);
}

std::optional<TaskNames::Range> TaskNames::refer(std::string_view name, Mark at,
                                                 Findings& findings) const {
  const auto place = names_.refer(name, at, findings);
  return place ? std::optional{ranges_[*place]} : std::nullopt;
}

std::vector<model::TaskIndex> TaskNames::refer_all(const Node& list, Findings& findings) const {
  std::vector<model::TaskIndex> tasks;
  for (const Node& name : list.list()) {
    add(name, tasks, findings);
  }
  return tasks;
}

void TaskNames::add(const Node& name, std::vector<model::TaskIndex>& tasks,
                    Findings& findings) const {
  const auto range = refer(name, findings);
  if (!range) {
    return;
  }
  const auto named = [&](model::TaskIndex task) {
    return task >= range->first && task < range->first + range->count;
  };
  if (std::ranges::any_of(tasks, named)) {
    findings.error(
        name.mark(), "named_twice",
        {fmt::format("nhiệm vụ {} đã có trong danh sách này: bỏ bớt một", in_quotes(name.text())),
         fmt::format("task {} stands in this list already: take one out", in_quotes(name.text()))});
    return;
  }
  for (model::TaskIndex i = 0; i < range->count; ++i) {
    tasks.push_back(range->first + i);
  }
}

}  // namespace tiendo::definition
