#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "definition/finding.hpp"
#include "runtime/csv.hpp"

namespace tiendo::runtime {

/// A column that a table may have: how messages call it, and its titles, folded.
struct ImportColumn {
  Text name;
  std::vector<std::string_view> titles;
  bool needed = false;
  std::size_t characters_max = 0;  // 0: whatever is right in it is short
};

/// Which column of a table is which. What is missing or stands twice is an error; what is not known
/// is a warning, for office tables have columns of their own.
class ImportColumns {
 public:
  ImportColumns(std::span<const ImportColumn> known, const CsvTable& table,
                definition::Findings& findings);

  /// The cell of the column in `row`; empty where the table does not have it.
  [[nodiscard]] const CsvCell& cell(const std::vector<CsvCell>& row, std::size_t column) const;

  /// Whether every cell of the row is a line of no more characters than its column takes, without
  /// any that control or turn the direction of what is shown; an error at each that is not.
  [[nodiscard]] bool are_lines(const std::vector<CsvCell>& row,
                               definition::Findings& findings) const;

  /// An error at the cell, with the name of its column.
  void error(const std::vector<CsvCell>& row, std::size_t column, std::string_view code,
             const Text& what, definition::Findings& findings) const;

 private:
  std::span<const ImportColumn> known_;
  std::vector<std::optional<std::size_t>> places_;  // in the table, by known column
};

}  // namespace tiendo::runtime
