#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/ids.hpp"

namespace tiendo::model {

struct PlannedTask;

/// The place of a task in its plan; what the engine counts with.
using TaskIndex = std::uint32_t;

/// Finds the tasks of a plan by their ids. It holds places alone, some eight bytes a task; the ids
/// are those of the tasks, which are handed in each time and have to be those it was made for.
class TaskFinder {
 public:
  TaskFinder() = default;
  explicit TaskFinder(std::span<const PlannedTask> tasks);

  [[nodiscard]] std::optional<TaskIndex> find(std::span<const PlannedTask> tasks,
                                              const TaskId& id) const;
  /// How many different ids there are.
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

 private:
  static constexpr TaskIndex none = 0xffff'ffff;

  /// Where `id` stands, or the free place for it.
  [[nodiscard]] std::size_t place(std::span<const PlannedTask> tasks, const TaskId& id) const;

  std::vector<TaskIndex> places_;  // by hash, the next free one where that is taken
  std::size_t size_ = 0;
};

}  // namespace tiendo::model
