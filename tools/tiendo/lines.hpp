#pragma once

#include <cstddef>
#include <istream>
#include <string>

namespace tiendo::cli {

/// Reads the next line of `in` without its end, however long it is holding no more than one byte
/// above `bytes_max` of it: such a line is one that is too long. False when there is none left.
[[nodiscard]] bool next_line(std::istream& in, std::string& line, std::size_t bytes_max);

}  // namespace tiendo::cli
