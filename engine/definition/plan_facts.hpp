#pragma once

#include <vector>

#include "definition/facts.hpp"
#include "model/plan.hpp"

namespace tiendo::definition {

/// What a plan says, taken apart. What is left out or empty is no fact.
[[nodiscard]] std::vector<Fact> facts_of(const model::Plan& plan);
[[nodiscard]] std::vector<Thing> tasks_of(const model::Plan& plan);
[[nodiscard]] std::vector<Thing> phases_of(const model::Plan& plan);
[[nodiscard]] std::vector<Thing> kinds_of(const model::Plan& plan);
[[nodiscard]] std::vector<Thing> targets_of(const model::Plan& plan);
[[nodiscard]] std::vector<Thing> units_of(const model::Plan& plan);

}  // namespace tiendo::definition
