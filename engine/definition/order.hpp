#pragma once

#include <cstdint>
#include <vector>

namespace tiendo::definition {

/// What depends on what, put in order.
struct Order {
  std::vector<std::uint32_t> sorted;  // each after all that it depends on; without what follows
  std::vector<std::vector<std::uint32_t>> cycles;  // each on the next, the last on the first
};

/// `depends_on[i]` is what `i` depends on. What only hangs on a cycle is in neither list.
[[nodiscard]] Order order_of(const std::vector<std::vector<std::uint32_t>>& depends_on);

}  // namespace tiendo::definition
