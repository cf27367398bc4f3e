#include "chart/machine.hpp"

#include <algorithm>

namespace tiendo::chart {
namespace {

/// Calls `f` for every External guard below `guard`.
template <class F>
void for_each_external(const Chart& chart, const CompiledGuard& guard, F&& f) {
  if (guard.op == CompiledGuard::Op::external) {
    f(guard.value);
  }
  for (const auto& part : chart.guards(guard.parts)) {
    for_each_external(chart, part, f);
  }
}

}  // namespace

std::vector<StateIndex> active_atomic_states(const Chart& chart, const Machine& machine) {
  std::vector<StateIndex> states;
  machine.active.for_each_common(chart.atomic_states(), [&](StateIndex s) { states.push_back(s); });
  return states;
}

std::vector<std::uint32_t> awaited_guards(const Chart& chart, const Machine& machine) {
  std::vector<std::uint32_t> guards;
  if (machine.done || !chart.has_eventless()) {
    return guards;
  }
  machine.active.for_each([&](StateIndex s) {
    for (const auto& transition : chart.transitions(chart.state(s).eventless)) {
      if (transition.guard != nothing) {
        for_each_external(chart, chart.guard(transition.guard),
                          [&](std::uint32_t guard) { guards.push_back(guard); });
      }
    }
  });
  std::ranges::sort(guards);
  guards.erase(std::unique(guards.begin(), guards.end()), guards.end());
  return guards;
}

bool may_react(const Chart& chart, const Machine& machine, std::string_view event) {
  if (machine.done) {
    return false;
  }
  const auto known = chart.events().find(event);
  bool found = false;
  machine.active.for_each([&](StateIndex s) {
    const auto& state = chart.state(s);
    found =
        found ||
        std::ranges::any_of(chart.transitions(state.eventless), &CompiledTransition::asks_host) ||
        std::ranges::any_of(chart.transitions(state.events),
                            [&](const auto& t) { return chart.matches(t, known); });
  });
  return found;
}

bool has_transition_for(const Chart& chart, const Machine& machine, std::string_view event) {
  const auto known = chart.events().find(event);
  bool found = false;
  machine.active.for_each([&](StateIndex s) {
    found = found || std::ranges::any_of(chart.transitions(chart.state(s).events),
                                         [&](const auto& t) { return chart.matches(t, known); });
  });
  return found && !machine.done;
}

std::span<const Remembered> remembered(const Machine& machine, StateIndex history) {
  const auto& all = machine.history;
  return {std::ranges::lower_bound(all, history, {}, &Remembered::history),
          std::ranges::upper_bound(all, history, {}, &Remembered::history)};
}

}  // namespace tiendo::chart
