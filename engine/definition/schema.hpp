#pragma once

#include <string_view>

#include "definition/finding.hpp"
#include "definition/node.hpp"

namespace tiendo::definition {

/// Checks that `root` is what schemas/NAME.schema.json (draft 7) asks for; what it is not stands in
/// `findings` with its place, unless there is an error at that place already. A file of another
/// schema is told so and nothing else.
///
/// True if `root` can be read as NAME: what does not conform has then been taken out of it or has a
/// stand-in, so that whatever else is wrong is found at once.
[[nodiscard]] bool conform(Node& root, std::string_view name, Findings& findings);

/// The same of what is asked over HTTP: NAME among the schemas of schemas/openapi.yaml.
[[nodiscard]] bool conform_to_api(Node& root, std::string_view name, Findings& findings);

}  // namespace tiendo::definition
