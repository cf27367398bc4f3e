#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tiendo::api {

/// Everything but letters, digits and `-._~` as %XX (RFC 3986): for a part of a path, or a header.
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// What was encoded so; nothing where it is not well encoded, or no UTF-8.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text);

}  // namespace tiendo::api
