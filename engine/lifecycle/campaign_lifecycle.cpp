#include "lifecycle/campaign_lifecycle.hpp"

#include <boost/mpl/list.hpp>
#include <boost/statechart/custom_reaction.hpp>
#include <boost/statechart/event.hpp>
#include <boost/statechart/in_state_reaction.hpp>
#include <boost/statechart/simple_state.hpp>
#include <boost/statechart/state_machine.hpp>
#include <boost/statechart/transition.hpp>

#include "lifecycle/transition_table.hpp"

namespace tiendo::lifecycle {
namespace campaign {

namespace mpl = boost::mpl;
namespace sc = boost::statechart;
using model::CampaignAction;
using model::CampaignState;
using enum model::CampaignAction;

// Restoring         takes Restore alone, and goes to the state that it names
// Unfinished        cancel → Cancelled
//   Draft           issue → Issued
//   Underway        record_result, amend, set_anchor; suspend → Suspended; close → Closed
//     Issued        run → Running; begin_closing → Closing
//     Running       begin_closing → Closing
//     Closing
//   Suspended       resume → the state before the suspension
// Closed          file_report
// Cancelled

/// Puts a new machine into `state`.
struct Restore : sc::event<Restore> {
  explicit Restore(CampaignState to) : state(to) {}
  CampaignState state;
};

template <CampaignAction action>
struct On : sc::event<On<action>> {};

template <CampaignAction action>
using Stays = sc::in_state_reaction<On<action>>;

template <CampaignAction action, class To>
using Goes = sc::transition<On<action>, To>;

/// A state in which a campaign rests between two commands.
struct Resting {
  virtual ~Resting() = default;
  [[nodiscard]] virtual CampaignState state() const = 0;
};

template <class State, class Outer, CampaignState value>
struct Rests : sc::simple_state<State, Outer>, Resting {
  [[nodiscard]] CampaignState state() const override { return value; }
};

struct Restoring;
struct Draft;
struct Issued;
struct Running;
struct Closing;
struct Suspended;
struct Closed;
struct Cancelled;

/// Lives for one action.
struct Machine : sc::state_machine<Machine, Restoring> {
  explicit Machine(CampaignState before) : before_suspension(before) {}
  ~Machine() { terminate(); }

  void unconsumed_event(const sc::event_base&) { refused = true; }

  CampaignState before_suspension;
  bool refused = false;
};

template <class From>
sc::result go(From& from, CampaignState to) {
  switch (to) {
    case CampaignState::draft:
      return from.template transit<Draft>();
    case CampaignState::issued:
      return from.template transit<Issued>();
    case CampaignState::running:
      return from.template transit<Running>();
    case CampaignState::closing:
      return from.template transit<Closing>();
    case CampaignState::closed:
      return from.template transit<Closed>();
    case CampaignState::suspended:
      return from.template transit<Suspended>();
    case CampaignState::cancelled:
      return from.template transit<Cancelled>();
  }
  return from.forward_event();
}

struct Restoring : sc::simple_state<Restoring, Machine> {
  using reactions = sc::custom_reaction<Restore>;
  sc::result react(const Restore& restore) { return go(*this, restore.state); }
};

struct Unfinished : sc::simple_state<Unfinished, Machine, Draft> {
  using reactions = Goes<cancel, Cancelled>;
};

struct Draft : Rests<Draft, Unfinished, CampaignState::draft> {
  using reactions = Goes<issue, Issued>;
};

struct Underway : sc::simple_state<Underway, Unfinished, Issued> {
  using reactions = mpl::list<Stays<record_result>, Stays<amend>, Stays<set_anchor>,
                              Goes<suspend, Suspended>, Goes<close, Closed>>;
};

struct Issued : Rests<Issued, Underway, CampaignState::issued> {
  using reactions = mpl::list<Goes<run, Running>, Goes<begin_closing, Closing>>;
};

struct Running : Rests<Running, Underway, CampaignState::running> {
  using reactions = Goes<begin_closing, Closing>;
};

struct Closing : Rests<Closing, Underway, CampaignState::closing> {};

struct Suspended : Rests<Suspended, Unfinished, CampaignState::suspended> {
  using reactions = sc::custom_reaction<On<resume>>;
  sc::result react(const On<resume>&) {
    const CampaignState before = outermost_context().before_suspension;
    const bool underway = before >= CampaignState::issued && before <= CampaignState::closing;
    return underway ? go(*this, before) : forward_event();
  }
};

struct Closed : Rests<Closed, Machine, CampaignState::closed> {
  using reactions = Stays<file_report>;
};

struct Cancelled : Rests<Cancelled, Machine, CampaignState::cancelled> {};

std::optional<CampaignState> ask(CampaignState state, CampaignAction action,
                                 CampaignState before_suspension) {
  Machine machine(before_suspension);
  machine.initiate();
  machine.process_event(Restore(state));
  with_constant<file_report>(action,
                             [&](auto constant) { machine.process_event(On<constant()>{}); });
  if (machine.refused) {
    return std::nullopt;
  }
  return machine.state_cast<const Resting&>().state();
}

}  // namespace campaign

std::optional<model::CampaignState> next(model::CampaignState state, model::CampaignAction action,
                                         model::CampaignState before_suspension) {
  using model::CampaignState;
  static const TransitionTable<CampaignState, model::CampaignAction> table(
      every<CampaignState>().size(), [](auto from, auto act, std::size_t before) {
        return campaign::ask(from, act, static_cast<CampaignState>(before));
      });
  return table.at(state, action, static_cast<std::size_t>(before_suspension));
}

}  // namespace tiendo::lifecycle
