#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace tiendo::embedded {

/// A text file compiled into the program.
struct File {
  std::string_view path;  // below the source folder: "schemas/plan.schema.json"
  std::string_view text;
};

/// All of them; written by tools/cmake/embed.cmake.
[[nodiscard]] std::span<const File> files();

/// The text of the file at `path`, or nothing.
[[nodiscard]] std::optional<std::string_view> file(std::string_view path);

}  // namespace tiendo::embedded
