#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace tiendo::email {

/// The first line of `file`. An error where others than its owner and his group may read it, where
/// there is nothing in it, or more than one line.
[[nodiscard]] Result<std::string> read_password_file(const std::filesystem::path& file);

}  // namespace tiendo::email
