#pragma once

#include <string>

#include "model/command.hpp"
#include "sim/dice.hpp"

namespace tiendo::sim {

/// The command for this step of a task, with arguments that are mostly right; `mark` in its words.
[[nodiscard]] model::TaskCommand task_command(Dice& dice, model::TaskAction action,
                                              const model::TaskId& task, Day today,
                                              const std::string& mark);

}  // namespace tiendo::sim
