#pragma once

#include <cstddef>
#include <fstream>
#include <istream>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "command.hpp"

namespace tiendo::cli {

/// A file to read, or `-` for standard input. `where` of an error is the path.
class Input {
 public:
  /// Nothing is read yet.
  explicit Input(std::string path);

  [[nodiscard]] const std::string& path() const noexcept { return path_; }

  /// All of it, at most `bytes_max`.
  [[nodiscard]] Result<std::string> read_all(std::size_t bytes_max);

  enum class Line { end, read, too_long };
  /// The next line without its end; of one that is longer than `bytes_max` nothing is kept.
  [[nodiscard]] Line next_line(std::string& line, std::size_t bytes_max);

  /// Why nothing can be read, if so. A path that leads nowhere is bad input; what exists and
  /// cannot be read is a failure of the world outside.
  [[nodiscard]] std::optional<Error> problem();
  [[nodiscard]] Exit exit_of_problem() const;

 private:
  [[nodiscard]] std::istream& stream();

  std::string path_;
  std::ifstream file_;
};

}  // namespace tiendo::cli
