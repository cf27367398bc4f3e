#include "definition/order.hpp"

#include <algorithm>

namespace tiendo::definition {
namespace {

using Lists = std::vector<std::vector<std::uint32_t>>;

/// Follows dependencies among what could not be sorted until a place comes again.
void find_cycles(const Lists& depends_on, const std::vector<std::uint32_t>& missing,
                 std::vector<std::vector<std::uint32_t>>& cycles) {
  constexpr std::uint32_t unseen = 0;
  std::vector<std::uint32_t> walk_of(depends_on.size(), unseen);
  std::uint32_t walk = 0;
  for (std::uint32_t start = 0; start < depends_on.size(); ++start) {
    ++walk;
    std::vector<std::uint32_t> path;
    auto at = start;
    while (missing[at] > 0 && walk_of[at] == unseen) {
      walk_of[at] = walk;
      path.push_back(at);
      // All that is left depends on something that is left as well.
      at = *std::ranges::find_if(depends_on[at], [&](auto next) { return missing[next] > 0; });
    }
    if (missing[at] > 0 && walk_of[at] == walk && !path.empty()) {
      cycles.emplace_back(std::ranges::find(path, at), path.end());
    }
  }
}

}  // namespace

Order order_of(const Lists& depends_on) {
  Order order;
  Lists needed_by(depends_on.size());
  std::vector<std::uint32_t> missing(depends_on.size());
  for (std::uint32_t i = 0; i < depends_on.size(); ++i) {
    missing[i] = static_cast<std::uint32_t>(depends_on[i].size());
    for (const auto needed : depends_on[i]) {
      needed_by[needed].push_back(i);
    }
    if (missing[i] == 0) {
      order.sorted.push_back(i);
    }
  }
  for (std::size_t next = 0; next < order.sorted.size(); ++next) {
    for (const auto freed : needed_by[order.sorted[next]]) {
      if (--missing[freed] == 0) {
        order.sorted.push_back(freed);
      }
    }
  }
  if (order.sorted.size() < depends_on.size()) {
    find_cycles(depends_on, missing, order.cycles);
  }
  return order;
}

}  // namespace tiendo::definition
