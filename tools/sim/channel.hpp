#pragma once

#include <optional>
#include <vector>

#include "model/command.hpp"
#include "model/state.hpp"
#include "sim/dice.hpp"

namespace tiendo::sim {

/// The steps of a channel that carries notices and messages: it takes them, and some arrive at
/// once, some after retries, some never. What it says may get lost like every command.
[[nodiscard]] std::vector<model::Command> carry_notices(Dice& dice, const model::State& state,
                                                        Timestamp now, int steps_max);

/// The channel on a good day: what waits is sent.
[[nodiscard]] std::vector<model::Command> carry_all_notices(const model::State& state);

}  // namespace tiendo::sim
