#include "model/task_finder.hpp"

#include <bit>
#include <functional>

#include "model/plan.hpp"

namespace tiendo::model {

TaskFinder::TaskFinder(std::span<const PlannedTask> tasks)
    : places_(std::bit_ceil(tasks.size() + tasks.size() / 2 + 1), none) {
  for (TaskIndex i = 0; i < tasks.size(); ++i) {
    auto& found = places_[place(tasks, tasks[i].id)];
    if (found == none) {
      found = i;
      ++size_;
    }
  }
}

std::optional<TaskIndex> TaskFinder::find(std::span<const PlannedTask> tasks,
                                          const TaskId& id) const {
  const auto found = places_.empty() ? none : places_[place(tasks, id)];
  return found == none ? std::nullopt : std::optional{found};
}

std::size_t TaskFinder::place(std::span<const PlannedTask> tasks, const TaskId& id) const {
  const auto mask = places_.size() - 1;
  auto at = std::hash<TaskId>{}(id)&mask;
  while (places_[at] != none && tasks[places_[at]].id != id) {
    at = (at + 1) & mask;
  }
  return at;
}

}  // namespace tiendo::model
