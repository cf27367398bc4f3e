#pragma once

#include <compare>

namespace tiendo::definition {

/// A place in a text: lines and columns from 1, columns in characters.
struct Mark {
  int line = 1;
  int column = 1;

  friend auto operator<=>(const Mark&, const Mark&) = default;
};

/// Of what stands in for something that is missing: nothing more is told about it.
inline constexpr Mark nowhere{0, 0};

}  // namespace tiendo::definition
