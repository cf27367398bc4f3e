#include "chart/chart.hpp"

#include <algorithm>

namespace tiendo::chart {

std::optional<StateIndex> Chart::find(std::string_view id) const {
  const auto found = index_.find(std::string{id});
  return found == index_.end() ? std::nullopt : std::optional{found->second};
}

bool Chart::asks_host(const CompiledGuard& guard) const {
  return guard.op == CompiledGuard::Op::external ||
         std::ranges::any_of(guards(guard.parts), [this](const auto& p) { return asks_host(p); });
}

StateIndex Chart::domain(StateIndex source, bool internal, StateIndex lowest,
                         StateIndex highest) const {
  const auto holds_targets = [&](StateIndex s) {
    return states_[s].kind == Kind::compound && s < lowest && highest < states_[s].last;
  };
  if (internal && holds_targets(source)) {
    return source;
  }
  auto ancestor = states_[source].parent;
  while (ancestor != root_state && !holds_targets(ancestor)) {
    ancestor = states_[ancestor].parent;
  }
  return ancestor;
}

}  // namespace tiendo::chart
