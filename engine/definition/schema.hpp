#pragma once

#include <string_view>

#include "definition/finding.hpp"
#include "definition/node.hpp"

namespace tiendo::definition {

/// Whether `root` is what schemas/NAME.schema.json (draft 7) asks for; what it is not stands in
/// `findings` with its place. A file of another schema is told so and nothing else.
///
/// Places that have an error already are not told another one about their value.
bool conforms(const Node& root, std::string_view name, Findings& findings);

}  // namespace tiendo::definition
