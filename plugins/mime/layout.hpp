#pragma once

#include <string_view>

namespace tiendo::mime {

/// Between the parts of a message. No line of base64 can look like it.
inline constexpr std::string_view boundary = "=_tiendo";

}  // namespace tiendo::mime
