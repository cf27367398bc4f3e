#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::cli {

/// How many columns of a terminal `text` takes: marks take none, wide characters two.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// `text` in lines of at most `width` columns, broken at spaces, within a word only where it is
/// longer than a line. At least one line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// The width of the terminal on standard output; of a pipe what COLUMNS says, else 100.
[[nodiscard]] std::size_t terminal_width();

/// A table to be read in a terminal. Columns take the width that they need; where that is too much,
/// those that wrap give way.
class Table {
 public:
  struct Column {
    std::string title;
    bool wraps = false;
  };

  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  /// As many cells as there are columns.
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

  /// Lines with a line feed after each; none is longer than `width` if the columns that do not wrap
  /// leave room.
  [[nodiscard]] std::string draw(std::size_t width) const;

 private:
  [[nodiscard]] std::vector<std::size_t> fit(std::size_t width) const;

  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace tiendo::cli
