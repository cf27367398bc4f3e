#pragma once

#include <optional>
#include <string>
#include <vector>

#include "decide/draft.hpp"

namespace tiendo::decide {

/// An event that the procedure of a task takes now, the state that waits for it, and the one that
/// it leads to, if it leads to another one.
struct AwaitedStep {
  std::string event;
  chart::StateIndex source;
  std::optional<chart::StateIndex> target;
};

/// In the order of the procedure, each event once; none where the procedure does not run.
[[nodiscard]] std::vector<AwaitedStep> awaited_steps(const Draft& draft, model::TaskIndex task);

}  // namespace tiendo::decide
