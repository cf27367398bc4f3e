#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/time.hpp"
#include "chart/chart.hpp"

namespace tiendo::chart {

/// A send that waits for its instant.
struct Pending {
  Timestamp due;
  EventIndex event = 0;
  std::uint32_t id = 0;  // of the chart's send ids

  friend bool operator==(const Pending&, const Pending&) = default;
};

/// `state` was active when the parent of `history` was last left.
struct Remembered {
  StateIndex history = 0;
  StateIndex state = 0;

  friend auto operator<=>(const Remembered&, const Remembered&) = default;
};

/// Where a chart stands: a plain value, meaningful only beside the chart that it was started with.
/// Between two charts it is carried by names (snapshot.hpp).
struct Machine {
  StateSet active;                  // with all ancestors; empty before the start
  std::vector<Remembered> history;  // sorted
  std::vector<Pending> pending;     // by due instant, then in the order of sending
  bool done = false;                // a final state of the chart itself was entered

  friend bool operator==(const Machine&, const Machine&) = default;
};

[[nodiscard]] inline bool is_started(const Machine& machine) {
  return !machine.active.empty();
}

[[nodiscard]] inline std::optional<Timestamp> next_due(const Machine& machine) {
  return machine.pending.empty() ? std::nullopt : std::optional{machine.pending.front().due};
}

/// The active states without states inside, in document order.
[[nodiscard]] std::vector<StateIndex> active_atomic_states(const Chart& chart,
                                                           const Machine& machine);

/// The External guards that stand at eventless transitions of active states: what the host may wake
/// the machine for. Each once, in no order of meaning.
[[nodiscard]] std::vector<std::uint32_t> awaited_guards(const Chart& chart, const Machine& machine);

/// Whether `event` could change anything now: an active state has a transition for it, or an
/// eventless one that waits for a guard of the domain. False means that `step` need not be called.
[[nodiscard]] bool may_react(const Chart& chart, const Machine& machine, std::string_view event);

/// Whether an active state has a transition for `event`, whatever its guard says.
[[nodiscard]] bool has_transition_for(const Chart& chart, const Machine& machine,
                                      std::string_view event);

/// What `history` remembers, as a run of `machine.history`.
[[nodiscard]] std::span<const Remembered> remembered(const Machine& machine, StateIndex history);

}  // namespace tiendo::chart
