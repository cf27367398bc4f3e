#pragma once

#include <cstddef>
#include <istream>
#include <string>

namespace tiendo::cli {

/// How much of a line that is too long is passed over for the sake of those behind it.
inline constexpr std::size_t passed_over_max = 16 * 1024 * 1024;  // bytes

/// Reads the next line of `in` without its end, holding no more than one byte above `bytes_max` of
/// it: such a line is one that is too long. One that goes on for `passed_over_max` more is the last
/// that is read. False when there is none left.
[[nodiscard]] bool next_line(std::istream& in, std::string& line, std::size_t bytes_max);

/// Whether reading `in` ended because it failed: a folder, or a descriptor that is closed.
[[nodiscard]] bool has_failed(const std::istream& in);

}  // namespace tiendo::cli
