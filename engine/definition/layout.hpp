#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::definition {

/// Where an entry of a block map or an item of a block list begins. Columns count bytes from 0.
struct Opening {
  std::size_t line = 0;
  std::size_t column = 0;
  std::size_t depth = 0;  // how many block maps and lists it stands in, but for its own
  bool is_item = false;   // its dash; else its key
};

/// How a YAML text is laid out: for every line, what begins on it, and whether it is the inside of
/// a text in quotes or of a text block, which no layout may touch beyond moving it as a whole.
struct Layout {
  std::vector<std::string_view> lines;
  std::vector<std::vector<Opening>> openings;  // by line, from left to right
  std::vector<bool> in_text;                   // by line
};

/// The layout of `text`, which read_yaml has accepted and which outlives the answer.
[[nodiscard]] Layout layout_of(const std::string& text);

}  // namespace tiendo::definition
