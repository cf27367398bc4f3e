#pragma once

#include <optional>

#include "chart/interpreter.hpp"

namespace tiendo::chart {

/// One call of the interpreter at work: the algorithm of SCXML 1.0 appendix D over the buffers of
/// an Interpreter. Names follow the appendix where it has one. Internal to this room.
class Run {
 public:
  Run(Interpreter& buffers, const Chart& chart, Machine& machine, Timestamp now, Host& host);

  void enter_initially();
  void send(EventIndex event) { buffers_.external_.events.push_back(event); }
  /// Takes what is in the queues until the machine rests, looking at the eventless transitions
  /// first if `wake`.
  [[nodiscard]] Result<Moved> settle(bool wake);

 private:
  // interpreter.cpp: which transitions are taken
  bool select_eventless();
  bool select(EventIndex event);
  template <class Offer>
  void select_by(Offer&& offer, StateIndex CompiledState::*nearest);
  void remove_conflicting();
  void drop_preempted(const CompiledTransition& preempting);
  [[nodiscard]] bool is_preempted(const CompiledTransition& candidate, StateIndex domain) const;
  [[nodiscard]] bool holds(std::uint32_t guard) const;
  [[nodiscard]] bool holds(const CompiledGuard& guard) const;
  [[nodiscard]] StateIndex domain_of(const CompiledTransition& transition) const;

  // microstep.cpp: what taking them does
  void microstep();
  void exit_states();
  void remember(StateIndex exiting);
  void enter_states();
  void enter(StateIndex state);
  void raise_done(StateIndex final);
  [[nodiscard]] bool is_in_final_state(StateIndex state) const;
  void add_entries(Slice targets, StateIndex domain);
  void add_descendants(StateIndex state);
  void add_history(StateIndex history);
  void add_ancestors(StateIndex state, StateIndex ancestor);
  void add_regions(StateIndex parallel);
  void perform(Slice actions);
  void perform(const CompiledAction& action);
  void finish();
  [[nodiscard]] bool is_overfull() const;
  [[nodiscard]] Error never_rests() const;
  [[nodiscard]] static Error too_many_waiting();

  Interpreter& buffers_;
  const Chart& chart_;
  Machine& machine_;
  const Timestamp now_;
  Host& host_;
  int microsteps_ = 0;
};

}  // namespace tiendo::chart
