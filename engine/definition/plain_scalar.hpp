#pragma once

#include <optional>
#include <string_view>

#include "base/text.hpp"
#include "definition/node.hpp"

namespace tiendo::definition {

/// What a plain (unquoted) scalar means. Where programs disagree about it, `problem` says so and
/// what to write; `value` is then the text.
struct PlainScalar {
  Node::Value value;
  std::optional<Text> problem;
};

[[nodiscard]] PlainScalar read_plain_scalar(std::string_view text);

}  // namespace tiendo::definition
