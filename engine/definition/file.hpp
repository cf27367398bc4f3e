#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "base/result.hpp"

namespace tiendo::definition {

/// The bytes of the file at `path`, of `-` those of standard input; of a file that is longer than
/// is read anyway (yaml.hpp) one byte more than that. Fails where there is no such file, where it
/// is a folder, or where it cannot be read.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path);

/// A file that another one names.
struct Companion {
  std::string file;  // as it is called in findings
  std::string text;
};

/// Finds a companion by its path from the folder of the file that names it; nothing where there is
/// none.
using Companions = std::function<std::optional<Companion>(const std::string& path)>;

/// The companions of the file at `path`, on disk.
[[nodiscard]] Companions companions_of(const std::filesystem::path& path);

/// For a text that stands alone.
[[nodiscard]] Companions no_companions();

}  // namespace tiendo::definition
