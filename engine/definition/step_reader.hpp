#pragma once

#include <optional>
#include <variant>

#include "definition/finding.hpp"
#include "definition/names.hpp"
#include "definition/node.hpp"
#include "model/command.hpp"
#include "model/plan.hpp"

namespace tiendo::definition {

/// What the steps of a scenario may name.
struct StepContext {
  const model::Plan& plan;
  Names units;
  Names tasks;
  Names targets;

  explicit StepContext(const model::Plan& played);
};

/// The command that `node`, a step of a scenario, gives: its `do`, with a task or without one, and
/// the arguments of that action. Errors where it is no action, where an argument is missing (unless
/// the step is expected to be refused) or is not taken.
[[nodiscard]] std::optional<decltype(model::Command::body)> read_command(const Node& node,
                                                                         const StepContext& context,
                                                                         Findings& findings);

}  // namespace tiendo::definition
