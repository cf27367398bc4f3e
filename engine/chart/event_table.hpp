#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::chart {

/// An event name or descriptor that a chart knows. 0 is the empty name: what `*` matches from.
using EventIndex = std::uint32_t;

/// The names of a chart's events as a tree of tokens ("task" holds "task.t1"). A descriptor matches
/// a name when the name lies in its subtree, and every subtree is a range of indexes.
/// Semantics: engine/chart/SEMANTICS.md section 3 (SCXML 1.0, 3.12.1).
class EventTable {
 public:
  /// Knows `names` and everything that they begin with, token by token.
  explicit EventTable(std::vector<std::string> names = {});

  /// The longest beginning of `name` that is known: no descriptor tells it from `name` itself.
  [[nodiscard]] EventIndex find(std::string_view name) const noexcept;
  /// The same, if all of `name` is known; else 0.
  [[nodiscard]] EventIndex find_exactly(std::string_view name) const noexcept;

  /// The end of the subtree of `event`: it is the range [event, last).
  [[nodiscard]] EventIndex last(EventIndex event) const { return last_[event]; }
  [[nodiscard]] const std::string& name(EventIndex event) const { return names_[event]; }
  [[nodiscard]] std::span<const std::string> names() const { return names_; }

 private:
  [[nodiscard]] EventIndex look_up(std::string_view name, std::uint64_t hash) const noexcept;

  std::vector<std::string> names_;  // sorted so that a subtree follows its root
  std::vector<EventIndex> last_;
  std::vector<EventIndex> slots_;  // open addressing over the hash of the name; 0 is free
};

}  // namespace tiendo::chart
