#pragma once

#include <string>

#include "definition/node.hpp"

namespace tiendo::definition {

/// `node` as a YAML file in the layout of this house (format.hpp), which `read_yaml` reads to the
/// same node: what was made of a file and exists nowhere else is kept by it. Comments are gone, and
/// a text of several lines stands on one, in quotes.
[[nodiscard]] std::string write_yaml(const Node& node);

}  // namespace tiendo::definition
