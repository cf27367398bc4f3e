#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "definition/finding.hpp"

namespace tiendo::runtime {

/// A cell in normal form C, without spaces around it, and where it stands in its file.
struct CsvCell {
  std::string text;
  definition::Mark at;
};

/// What stands below the titles of the columns. Every row has as many cells as there are columns;
/// rows without anything in them are left out.
struct CsvTable {
  std::vector<CsvCell> titles;
  std::vector<std::vector<CsvCell>> rows;
};

/// Reads a table as office programs write it (RFC 4180): UTF-8 with or without a byte order mark;
/// commas or semicolons, whichever the first line has; lines ending in CR LF or LF; fields in
/// quotes, with line breaks in them. Another encoding is refused, with the line and what to do.
[[nodiscard]] definition::Checked<CsvTable> read_csv(std::string_view text,
                                                     const std::string& file);

}  // namespace tiendo::runtime
