#pragma once

#include <optional>
#include <string_view>

#include "definition/finding.hpp"
#include "definition/node.hpp"

namespace tiendo::definition {

/// Reads one JSON document (RFC 8259) as `read_yaml` reads one of YAML, with the same limits but
/// that a text may be as long as a file: a request brings files as texts. A key that stands twice
/// is an error. Its texts stay as they are, in whatever normal form. What is found in a text that
/// is no JSON has its place; the nodes all stand at its beginning.
[[nodiscard]] std::optional<Node> read_json(std::string_view text, Findings& findings);

}  // namespace tiendo::definition
