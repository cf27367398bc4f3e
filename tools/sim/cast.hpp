#pragma once

#include <vector>

#include "model/person.hpp"

namespace tiendo::sim {

/// The people of every world: of each role somebody, one with two posts, one whose post ends in
/// the middle of the year.
[[nodiscard]] std::vector<model::Person> cast();

/// Everybody who may turn up as an actor: those, the owner of the folder, some whom nobody knows
/// until they are added.
[[nodiscard]] const std::vector<model::UserId>& callers();

}  // namespace tiendo::sim
