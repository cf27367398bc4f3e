#pragma once

#include <string>
#include <string_view>

#include "base/time.hpp"

namespace tiendo::file {

/// `20250411T073000`: as many characters for every year of four figures, so that names stand in the
/// order of time.
inline constexpr std::size_t stamp_bytes = 15;

/// What stands behind the stamp: `-ID.eml`.
[[nodiscard]] std::string end_of_name(std::string_view id);
[[nodiscard]] std::string name_of_file(Timestamp at, std::string_view id);

}  // namespace tiendo::file
