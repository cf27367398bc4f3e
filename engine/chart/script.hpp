#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "chart/chart.hpp"

namespace tiendo::chart {

/// What a script may hold at most.
inline constexpr std::size_t most_items = 100'000;
inline constexpr std::size_t most_deliveries = 1'000'000;  // of delayed sends, for one item
inline constexpr std::size_t most_names = 10'000'000;      // active states, over all steps

/// Where the chart rested after one item.
struct Step {
  std::string_view item;           // empty: the start
  std::vector<StateIndex> active;  // atomic, in document order
};

struct Played {
  std::vector<Step> steps;  // one for the start and one for each item
  bool done = false;
};

/// Runs a chart on its own, in virtual time from an instant of no meaning: an item is the name of
/// an event or `+2s`, which lets time pass and delivers what falls due on the way. After the end
/// items change nothing. `chart` must ask nothing of a domain: no External guard or action.
///
/// Fails for an item that is neither, for a delay in working days (there is no calendar here), and
/// for a chart that never rests. What is played views `items`.
[[nodiscard]] Result<Played> play(const Chart& chart, std::span<const std::string> items);

/// The names among `items` that no transition waits for, each once: probably misspelt.
[[nodiscard]] std::vector<std::string_view> unheard(const Chart& chart,
                                                    std::span<const std::string> items);

}  // namespace tiendo::chart
