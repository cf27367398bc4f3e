#pragma once

#include <string_view>

#include "base/text.hpp"

namespace tiendo::definition {

/// What the YAML parser complained about, in words for people, with the usual remedy.
[[nodiscard]] Text yaml_message(std::string_view complaint);

}  // namespace tiendo::definition
