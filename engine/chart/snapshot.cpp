#include "chart/snapshot.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace tiendo::chart {
namespace {

class Restoring {
 public:
  explicit Restoring(const Chart& chart) : chart_(chart) {
    restored_.machine.active.reset(chart.size());
  }

  Restored restore(const Snapshot& snapshot) && {
    for (const auto& id : snapshot.active) {
      if (!activate(id)) {
        restored_.vanished.push_back(id);
      }
    }
    if (active().empty()) {
      restored_.machine = {};
      return std::move(restored_);
    }
    complete(root_state);
    for (const auto& history : snapshot.histories) {
      remember(history);
    }
    std::ranges::sort(restored_.machine.history);
    for (const auto& send : snapshot.sends) {
      wait_for(send);
    }
    std::ranges::stable_sort(restored_.machine.pending, {}, &Pending::due);
    restored_.machine.done = snapshot.done;
    return std::move(restored_);
  }

 private:
  StateSet& active() { return restored_.machine.active; }

  /// With all ancestors, unless one of them holds something else already.
  bool activate(const std::string& id) {
    const auto state = chart_.find(id);
    if (!state || is_history(chart_.state(*state).kind)) {
      return false;
    }
    for (auto s = *state; s != root_state; s = chart_.state(s).parent) {
      const auto parent = chart_.state(s).parent;
      if (chart_.state(parent).kind == Kind::compound && !active().contains(s) &&
          active().any_in(parent + 1, chart_.state(parent).last)) {
        return false;
      }
    }
    for (auto s = *state; s != nothing; s = chart_.state(s).parent) {
      active().insert(s);
    }
    return true;
  }

  /// Gives an active state what it needs inside: of a parallel one every region, of a compound one
  /// the first it would be entered by.
  void complete(StateIndex state) {
    const auto& compiled = chart_.state(state);
    if (compiled.kind == Kind::compound && !active().any_in(state + 1, compiled.last)) {
      for (const auto target : chart_.targets(compiled.initial)) {
        add_below(state, target);
      }
    }
    for (auto child = state + 1; child < compiled.last; child = chart_.state(child).last) {
      if (compiled.kind == Kind::parallel && !is_history(chart_.state(child).kind)) {
        add(child);
      }
      if (active().contains(child)) {
        complete(child);
      }
    }
  }

  /// `target` of the initial entry of `state`, and what lies between; a history is entered by its
  /// default.
  void add_below(StateIndex state, StateIndex target) {
    if (is_history(chart_.state(target).kind)) {
      for (const auto s : chart_.targets(chart_.state(target).initial)) {
        add_below(state, s);
      }
      return;
    }
    for (auto s = target; s != state; s = chart_.state(s).parent) {
      add(s);
    }
  }

  void add(StateIndex state) {
    if (!active().contains(state)) {
      active().insert(state);
      restored_.added.push_back(chart_.name(state));
    }
  }

  void remember(const Snapshot::History& kept) {
    const auto history = chart_.find(kept.history);
    std::optional<StateIndex> before;
    for (const auto& id : kept.states) {
      const auto state = chart_.find(id);
      if (history && state && can_remember(*history, *state) &&
          (!before || can_be_together(*before, *state))) {
        restored_.machine.history.push_back({*history, *state});
        before = state;
      } else {
        restored_.forgotten.push_back(kept.history + ": " + id);
      }
    }
  }

  /// For neighbours in document order: the innermost state around both is parallel.
  [[nodiscard]] bool can_be_together(StateIndex a, StateIndex b) const {
    auto common = chart_.state(a).parent;
    while (!chart_.is_inside(b, common)) {
      common = chart_.state(common).parent;
    }
    return a < b && chart_.state(common).kind == Kind::parallel;
  }

  [[nodiscard]] bool can_remember(StateIndex history, StateIndex state) const {
    const auto parent = chart_.state(history).parent;
    const auto& remembered = chart_.state(state);
    switch (chart_.state(history).kind) {
      case Kind::shallow_history:
        return remembered.parent == parent && !is_history(remembered.kind);
      case Kind::deep_history:
        return chart_.is_inside(state, parent) && is_atomic(remembered.kind);
      default:
        return false;
    }
  }

  void wait_for(const Snapshot::WaitingSend& send) {
    const auto event = chart_.events().find_exactly(send.event);
    const auto id = std::ranges::find(chart_.send_ids(), send.id);
    if (event == 0) {
      restored_.forgotten.push_back(send.event);
      return;
    }
    // An id that no action names any more is one that nothing can cancel.
    const auto number = id == chart_.send_ids().end() ? 0 : id - chart_.send_ids().begin();
    restored_.machine.pending.push_back({send.due, event, static_cast<std::uint32_t>(number)});
  }

  const Chart& chart_;
  Restored restored_;
};

}  // namespace

Snapshot save(const Chart& chart, const Machine& machine) {
  Snapshot snapshot{.done = machine.done};
  for (const auto state : active_atomic_states(chart, machine)) {
    snapshot.active.push_back(chart.name(state));
  }
  for (const auto& entry : machine.history) {
    const auto& id = chart.name(entry.history);
    if (snapshot.histories.empty() || snapshot.histories.back().history != id) {
      snapshot.histories.push_back({id, {}});
    }
    snapshot.histories.back().states.push_back(chart.name(entry.state));
  }
  for (const auto& send : machine.pending) {
    snapshot.sends.push_back(
        {chart.events().name(send.event), chart.send_ids()[send.id], send.due});
  }
  return snapshot;
}

Restored restore(const Chart& chart, const Snapshot& snapshot) {
  return Restoring{chart}.restore(snapshot);
}

}  // namespace tiendo::chart
