#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tiendo::definition {

/// The ordinal so many later, written as `written` is: "IX" → "X", "9" → "10", "Hai" → "Ba".
/// Nothing where it is none, or comes out of what can be written so (words: the first to the
/// tenth).
[[nodiscard]] std::optional<std::string> later_ordinal(std::string_view written, int by);

}  // namespace tiendo::definition
