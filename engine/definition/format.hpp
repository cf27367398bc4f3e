#pragma once

#include <string>
#include <string_view>

#include "definition/finding.hpp"

namespace tiendo::definition {

/// A YAML file in the layout of this house: UTF-8 in normal form C without byte order mark, LF,
/// two spaces a level with lists below their key, one space after `-`, comments indented like what
/// they stand before, no blanks at line ends, at most one empty line in a row, one line feed at the
/// end. Nothing else is touched: words, quotes, order of keys, comments, and what stands inside
/// texts and brackets.
///
/// Formatting twice is formatting once, and the result reads to the same nodes; where that could
/// not be kept there is an error and no result. `file` is what the text is called in findings.
[[nodiscard]] Checked<std::string> format_yaml(std::string_view text, const std::string& file);

}  // namespace tiendo::definition
