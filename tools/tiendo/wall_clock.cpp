#include "wall_clock.hpp"

namespace tiendo::cli {

Timestamp wall_clock_now() {
  return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

}  // namespace tiendo::cli
