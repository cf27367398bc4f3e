#pragma once

#include <compare>

namespace tiendo::definition {

/// A place in a text: lines and columns from 1, columns in characters.
struct Mark {
  int line = 1;
  int column = 1;

  friend auto operator<=>(const Mark&, const Mark&) = default;
};

}  // namespace tiendo::definition
