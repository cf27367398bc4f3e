#pragma once

#include "definition/node.hpp"

namespace tiendo::definition {

/// `whole` with `changes` made to it, as RFC 7396 makes them to JSON: to a map entry by entry,
/// where null takes one out and a new one comes last; whatever else is written in `changes` stands
/// for what was there.
[[nodiscard]] Node changed(Node whole, const Node& changes);

}  // namespace tiendo::definition
