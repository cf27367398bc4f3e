#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace tiendo::definition {

/// A place of a text that a person has to look at, in bytes from its beginning.
struct TextDoubt {
  std::size_t at = 0;
  std::string code;
  Text message;
};

/// A YAML text of a plan, moved from one year to another, and all that its words leave open.
struct MovedText {
  std::string text;
  std::vector<TextDoubt> doubts;
};

/// Moves what speaks of the year `from`, or of the year before it, by as many years as `to` is
/// later: dates, years, ids with a year; ordinals ("lần thứ IX" to "lần thứ X") and anniversaries
/// ("78 năm") too, each as a doubt. Older years are history and stay. Documents that are cited,
/// terms ("nhiệm kỳ 2025 - 2030"), figures of targets and comments stay, and are doubts. The text
/// stays as it is laid out.
[[nodiscard]] MovedText move_years(std::string_view text, int from, int to);

}  // namespace tiendo::definition
