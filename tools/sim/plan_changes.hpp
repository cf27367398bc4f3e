#pragma once

#include <string>

#include "model/command.hpp"
#include "model/state.hpp"
#include "sim/dice.hpp"

namespace tiendo::sim {

/// The plan of the campaign with some windows and units written otherwise, a task more, a task
/// less: also one less that is finished, which is refused.
[[nodiscard]] model::AmendPlan random_amendment(Dice& dice, const model::Campaign& campaign,
                                                const std::string& mark);

/// Units that become one about `today`, and what becomes of some of their tasks: also units that
/// are no more, a unit that merges into itself, tasks that nobody asked about.
[[nodiscard]] model::MergeUnits random_merger(Dice& dice, const model::State& state, Day today,
                                              const std::string& mark);

}  // namespace tiendo::sim
