#pragma once

#include <optional>
#include <variant>

#include "definition/finding.hpp"
#include "definition/node.hpp"
#include "definition/played_plan.hpp"
#include "model/command.hpp"

namespace tiendo::definition {

/// The command that `node`, a step of a scenario, gives: its `do`, with a task or without one, and
/// the arguments of that action. Errors where it is no action, where an argument is missing (unless
/// the step is expected to be refused) or is not taken. An amendment changes `plan`.
[[nodiscard]] std::optional<decltype(model::Command::body)> read_command(const Node& node,
                                                                         PlayedPlan& plan,
                                                                         Findings& findings);

}  // namespace tiendo::definition
