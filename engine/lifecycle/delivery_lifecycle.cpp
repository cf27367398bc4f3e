#include "lifecycle/delivery_lifecycle.hpp"

#include <boost/mpl/list.hpp>
#include <boost/statechart/custom_reaction.hpp>
#include <boost/statechart/event.hpp>
#include <boost/statechart/simple_state.hpp>
#include <boost/statechart/state_machine.hpp>
#include <boost/statechart/transition.hpp>

#include "lifecycle/transition_table.hpp"

namespace tiendo::lifecycle {
namespace delivery {

namespace mpl = boost::mpl;
namespace sc = boost::statechart;
using model::DeliveryAction;
using model::DeliveryState;
using enum model::DeliveryAction;

// Restoring            takes Restore alone, and goes to the state that it names
// Unsettled            give_up → Dead; withdraw → Withdrawn
//   Waiting            send → Sending; confirm → Sent, of what went inside something else
//     Queued
//     WaitingRetry
//   Sending            confirm → Sent; retry_later → WaitingRetry
// Sent
// Dead
// Withdrawn

/// Puts a new machine into `state`.
struct Restore : sc::event<Restore> {
  explicit Restore(DeliveryState to) : state(to) {}
  DeliveryState state;
};

template <DeliveryAction action>
struct On : sc::event<On<action>> {};

template <DeliveryAction action, class To>
using Goes = sc::transition<On<action>, To>;

/// A state in which a notice rests between two actions.
struct Resting {
  virtual ~Resting() = default;
  [[nodiscard]] virtual DeliveryState state() const = 0;
};

template <class State, class Outer, DeliveryState value>
struct Rests : sc::simple_state<State, Outer>, Resting {
  [[nodiscard]] DeliveryState state() const override { return value; }
};

struct Restoring;
struct Waiting;
struct Queued;
struct WaitingRetry;
struct Sending;
struct Sent;
struct Dead;
struct Withdrawn;

/// Lives for one action.
struct Machine : sc::state_machine<Machine, Restoring> {
  ~Machine() { terminate(); }

  void unconsumed_event(const sc::event_base&) { refused = true; }

  bool refused = false;
};

struct Restoring : sc::simple_state<Restoring, Machine> {
  using reactions = sc::custom_reaction<Restore>;
  sc::result react(const Restore& restore) {
    switch (restore.state) {
      case DeliveryState::queued:
        return transit<Queued>();
      case DeliveryState::sending:
        return transit<Sending>();
      case DeliveryState::waiting_retry:
        return transit<WaitingRetry>();
      case DeliveryState::sent:
        return transit<Sent>();
      case DeliveryState::dead:
        return transit<Dead>();
      case DeliveryState::withdrawn:
        return transit<Withdrawn>();
    }
    return forward_event();
  }
};

struct Unsettled : sc::simple_state<Unsettled, Machine, Waiting> {
  using reactions = mpl::list<Goes<give_up, Dead>, Goes<withdraw, Withdrawn>>;
};

struct Waiting : sc::simple_state<Waiting, Unsettled, Queued> {
  using reactions = mpl::list<Goes<send, Sending>, Goes<confirm, Sent>>;
};

struct Queued : Rests<Queued, Waiting, DeliveryState::queued> {};

struct WaitingRetry : Rests<WaitingRetry, Waiting, DeliveryState::waiting_retry> {};

struct Sending : Rests<Sending, Unsettled, DeliveryState::sending> {
  using reactions = mpl::list<Goes<confirm, Sent>, Goes<retry_later, WaitingRetry>>;
};

struct Sent : Rests<Sent, Machine, DeliveryState::sent> {};

struct Dead : Rests<Dead, Machine, DeliveryState::dead> {};

struct Withdrawn : Rests<Withdrawn, Machine, DeliveryState::withdrawn> {};

std::optional<DeliveryState> ask(DeliveryState state, DeliveryAction action) {
  Machine machine;
  machine.initiate();
  machine.process_event(Restore(state));
  with_constant<withdraw>(action, [&](auto constant) { machine.process_event(On<constant()>{}); });
  if (machine.refused) {
    return std::nullopt;
  }
  return machine.state_cast<const Resting&>().state();
}

}  // namespace delivery

std::optional<model::DeliveryState> next(model::DeliveryState state, model::DeliveryAction action) {
  static const TransitionTable<model::DeliveryState, model::DeliveryAction> table(
      1, [](auto from, auto act, std::size_t) { return delivery::ask(from, act); });
  return table.at(state, action, 0);
}

}  // namespace tiendo::lifecycle
