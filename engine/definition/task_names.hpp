#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "definition/finding.hpp"
#include "definition/names.hpp"
#include "definition/node.hpp"
#include "model/plan.hpp"

namespace tiendo::definition {

/// What the tasks of a plan are called. One name may stand for several: that of a task that comes
/// again stands for all its times, which stand one after another and have names of their own.
class TaskNames {
 public:
  /// The tasks that a name stands for.
  struct Range {
    model::TaskIndex first = 0;
    model::TaskIndex count = 1;
    bool comes_again = false;  // the clock announces them
  };

  TaskNames();

  [[nodiscard]] bool is_known(std::string_view name) const { return names_.find(name).has_value(); }
  void declare(std::string name, Range tasks);

  /// What `name`, which stands at `at`, stands for; where it is nothing, an error says which was
  /// meant.
  [[nodiscard]] std::optional<Range> refer(std::string_view name, Mark at,
                                           Findings& findings) const;
  [[nodiscard]] std::optional<Range> refer(const Node& node, Findings& findings) const {
    return refer(node.text(), node.mark(), findings);
  }

  /// The tasks of a list of names, without names that do not exist or tasks that stand there
  /// already, which are errors.
  [[nodiscard]] std::vector<model::TaskIndex> refer_all(const Node& list, Findings& findings) const;
  /// Adds those of one name to `tasks`.
  void add(const Node& name, std::vector<model::TaskIndex>& tasks, Findings& findings) const;

 private:
  std::deque<std::string> kept_;  // what `names_` refers to
  Names names_;
  std::vector<Range> ranges_;  // of each name
};

}  // namespace tiendo::definition
