#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::cli {

/// How many columns of a terminal `text` takes: marks take none, wide characters two.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// `text` in lines of at most `width` columns, broken at line feeds and spaces, within a word only
/// where it is longer than a line. At least one line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// The width of the terminal on standard output; of a pipe what COLUMNS says, else 100.
[[nodiscard]] std::size_t terminal_width();

/// Whether standard output is a terminal that wants colours (https://no-color.org).
[[nodiscard]] bool wants_colours();

/// A table to be read in a terminal. Columns take the width that they need; where that is too much,
/// those that wrap give way; where even that is not enough, the cells of a row stand below each
/// other.
class Table {
 public:
  static constexpr std::size_t usual_narrowest = 10;

  struct Column {
    std::string title;
    bool wraps = false;
    std::size_t narrowest = usual_narrowest;  // of one that wraps, if its words are no longer
  };

  struct Cell {
    std::string text;
    std::string colour{};  // of its first line: SGR parameters, "31"; empty: none
    std::string mark{};    // of its first character, where that is another one

    Cell(std::string plain) : text(std::move(plain)) {}
    Cell(const char* plain) : text(plain) {}
    Cell(std::string plain, std::string sgr, std::string first)
        : text(std::move(plain)), colour(std::move(sgr)), mark(std::move(first)) {}
  };

  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  /// As many cells as there are columns.
  void add(std::vector<Cell> row) { rows_.push_back(std::move(row)); }
  [[nodiscard]] bool empty() const noexcept { return rows_.empty(); }

  /// Lines with a line feed after each, none longer than `width`, if that is no less than twelve.
  /// `colours`: with those of the cells.
  [[nodiscard]] std::string draw(std::size_t width, bool colours = false) const;

 private:
  [[nodiscard]] std::size_t narrowest(std::size_t column) const;
  [[nodiscard]] std::vector<std::size_t> fit(std::size_t width) const;
  [[nodiscard]] std::string draw_records(std::size_t width, bool colours) const;

  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace tiendo::cli
