#pragma once

#include <string>

#include "decide/decision.hpp"

namespace tiendo::decide {

/// An argument of the command is wrong; `reason` says which and what would be right.
[[nodiscard]] Rejection bad_argument(Text reason);

/// Nothing where `text` says something; else a rejection that asks for it by name.
[[nodiscard]] std::optional<Rejection> require(const std::string& text, const Text& what);

}  // namespace tiendo::decide
