#pragma once

#include "base/time.hpp"

namespace tiendo::cli {

/// What the clock of the machine says. Nothing else in the program reads it.
[[nodiscard]] Timestamp wall_clock_now();

}  // namespace tiendo::cli
