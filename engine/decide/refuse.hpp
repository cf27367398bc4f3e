#pragma once

#include <map>
#include <string>
#include <vector>

#include "decide/decision.hpp"

namespace tiendo::decide {

/// An argument of the command is wrong; `reason` says which and what would be right.
[[nodiscard]] Rejection bad_argument(Text reason);

/// Nothing where `text` says something; else a rejection that asks for it by name.
[[nodiscard]] std::optional<Rejection> require(const std::string& text, const Text& what);

/// “Cao điểm” (cao-diem), or its id alone where it has no other title.
[[nodiscard]] Text named(const std::string& id, const std::map<std::string, std::string>& titles);
/// The same of several, a comma between them.
[[nodiscard]] Text named(const std::vector<std::string>& ids,
                         const std::map<std::string, std::string>& titles);

}  // namespace tiendo::decide
