#pragma once

#include <string>
#include <vector>

#include "base/text.hpp"

namespace tiendo::runtime {

/// `what: detail`, or `what` alone.
[[nodiscard]] Text with(const Text& what, const std::string& detail);

/// Those of the parts that say something, with "; " between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts);

}  // namespace tiendo::runtime
