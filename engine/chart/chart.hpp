#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "chart/delay.hpp"
#include "chart/document.hpp"
#include "chart/event_table.hpp"
#include "chart/state_set.hpp"

namespace tiendo::chart {

enum class Kind : std::uint8_t { atomic, compound, parallel, final, shallow_history, deep_history };

[[nodiscard]] constexpr bool is_history(Kind kind) {
  return kind == Kind::shallow_history || kind == Kind::deep_history;
}
/// Without states inside: what a configuration is named by.
[[nodiscard]] constexpr bool is_atomic(Kind kind) {
  return kind == Kind::atomic || kind == Kind::final;
}

inline constexpr StateIndex root_state = 0;
inline constexpr std::uint32_t nothing = 0xffff'ffff;

/// A run of elements in one of the lists of a Chart.
struct Slice {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

struct CompiledState {
  Kind kind = Kind::atomic;
  bool reachable = false;
  StateIndex parent = nothing;
  StateIndex last = 0;               // its subtree is the range [state, last)
  StateIndex with_events = nothing;  // nearest of itself and its ancestors with such transitions
  StateIndex with_eventless = nothing;
  EventIndex done = 0;  // done.state.ID
  Slice events{};       // transitions
  Slice eventless{};    // transitions
  Slice entry{};        // actions
  Slice exit{};         // actions
  Slice initial{};      // states; of a history state: its default
  Slice initial_actions{};
  Slice histories{};  // states: its children that are histories
};

struct CompiledTransition {
  StateIndex source = 0;
  StateIndex domain = 0;  // what stays active around it (SEMANTICS.md 4.2), unless `by_history`
  Slice descriptors{};
  Slice targets{};  // states
  Slice actions{};
  std::uint32_t guard = nothing;
  bool internal = false;
  bool by_history = false;  // a target is a history: the domain depends on what it remembers
  bool asks_host = false;   // its guard contains one of the domain
  Place place{};
};

/// A descriptor: the events [first, last) of the chart's table.
struct EventRange {
  EventIndex first = 0;
  EventIndex last = 0;
};

struct CompiledGuard {
  enum class Op : std::uint8_t { constant, in, all, any, negation, external };
  Op op = Op::constant;
  std::uint32_t value = 0;  // constant: 0 or 1; in: the state; external: its index
  Slice parts{};            // of all, any, negation: guards
};

struct CompiledAction {
  enum class Op : std::uint8_t { raise, send, cancel, external };
  Op op = Op::raise;
  std::uint32_t value = 0;  // raise, send: the event; external: its index
  std::uint32_t id = 0;     // send, cancel: index of the send id; 0 for none
  std::optional<Delay> after{};
};

/// A checked statechart: immutable, to be shared by any number of machines and threads. A
/// default-made one has no states and must not be started.
class Chart {
 public:
  /// Number of states, the chart itself (0) and the histories counted.
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(states_.size()); }
  [[nodiscard]] const CompiledState& state(StateIndex s) const { return states_[s]; }
  [[nodiscard]] std::span<const CompiledState> states() const { return states_; }
  /// The id as declared; of the chart itself empty.
  [[nodiscard]] const std::string& name(StateIndex s) const { return names_[s]; }
  [[nodiscard]] std::optional<StateIndex> find(std::string_view id) const;
  [[nodiscard]] bool is_inside(StateIndex s, StateIndex ancestor) const {
    return s > ancestor && s < states_[ancestor].last;
  }
  /// The states without states inside, as a set.
  [[nodiscard]] const StateSet& atomic_states() const { return atomic_; }

  [[nodiscard]] std::span<const CompiledTransition> transitions() const { return transitions_; }
  [[nodiscard]] std::span<const CompiledTransition> transitions(Slice slice) const {
    return part(transitions_, slice);
  }
  [[nodiscard]] std::span<const EventRange> descriptors(Slice slice) const {
    return part(descriptors_, slice);
  }
  [[nodiscard]] bool matches(const CompiledTransition& transition, EventIndex event) const {
    for (const auto range : descriptors(transition.descriptors)) {
      if (range.first <= event && event < range.last) {
        return true;
      }
    }
    return false;
  }
  [[nodiscard]] std::span<const StateIndex> targets(Slice slice) const {
    return part(targets_, slice);
  }
  [[nodiscard]] std::span<const CompiledAction> actions(Slice slice) const {
    return part(actions_, slice);
  }
  [[nodiscard]] std::span<const CompiledAction> actions() const { return actions_; }
  [[nodiscard]] std::span<const CompiledGuard> guards(Slice slice) const {
    return part(guards_, slice);
  }
  [[nodiscard]] const CompiledGuard& guard(std::uint32_t index) const { return guards_[index]; }
  /// Whether a guard of the domain is part of it.
  [[nodiscard]] bool asks_host(const CompiledGuard& guard) const;

  [[nodiscard]] const EventTable& events() const { return events_; }
  /// The ids of sends; number 0 is the empty one.
  [[nodiscard]] std::span<const std::string> send_ids() const { return send_ids_; }
  [[nodiscard]] bool has_eventless() const { return has_eventless_; }
  [[nodiscard]] bool has_histories() const { return has_histories_; }

  /// The innermost state that can stay active while `source` is left for `targets`, all of which
  /// lie in [lowest, highest] (SCXML 1.0 appendix D, getTransitionDomain).
  [[nodiscard]] StateIndex domain(StateIndex source, bool internal, StateIndex lowest,
                                  StateIndex highest) const;

 private:
  friend class Compiler;

  template <class T>
  static std::span<const T> part(const std::vector<T>& all, Slice slice) {
    return {all.data() + slice.first, slice.count};
  }

  std::vector<CompiledState> states_;
  std::vector<std::string> names_;
  std::unordered_map<std::string, StateIndex> index_;
  StateSet atomic_;
  std::vector<CompiledTransition> transitions_;
  std::vector<EventRange> descriptors_;
  std::vector<StateIndex> targets_;
  std::vector<CompiledAction> actions_;
  std::vector<CompiledGuard> guards_;
  std::vector<std::string> send_ids_;
  EventTable events_;
  bool has_eventless_ = false;
  bool has_histories_ = false;
};

struct Compiled {
  std::optional<Chart> chart;  // none when a finding is an error
  std::vector<Finding> findings;
};

/// Checks `document` against itself and makes a chart of it; every finding at once, in the order of
/// the document. States that can never be entered are found with the severity `unreachable`.
[[nodiscard]] Compiled compile(const Document& document, Severity unreachable = Severity::warning);

}  // namespace tiendo::chart
