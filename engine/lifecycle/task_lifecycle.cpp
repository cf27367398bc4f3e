#include "lifecycle/task_lifecycle.hpp"

#include <boost/mpl/list.hpp>
#include <boost/statechart/custom_reaction.hpp>
#include <boost/statechart/event.hpp>
#include <boost/statechart/in_state_reaction.hpp>
#include <boost/statechart/simple_state.hpp>
#include <boost/statechart/state_machine.hpp>
#include <boost/statechart/transition.hpp>

#include "lifecycle/transition_table.hpp"

namespace tiendo::lifecycle {
namespace task {

namespace mpl = boost::mpl;
namespace sc = boost::statechart;
using model::TaskAction;
using model::TaskState;
using enum model::TaskAction;

// Restoring                    takes Restore alone, and goes to the state that it names
// Existing                     comment
//   Unfinished                 attach, assign; cancel → Cancelled
//     Planned                  fix_dates; announce → Announced where a plan is owed, else → Ready
//     Underway                 suspend → Suspended
//       Unreported             fix_dates; ask_extension, grant_extension, refuse_extension
//         Announced            begin_plan → Planning; submit_plan → PlanSubmitted
//         Planning             submit_plan → PlanSubmitted
//         PlanSubmitted        return_plan → Planning; approve_plan → Ready
//         Ready                start → InProgress
//         InProgress           report_progress, perform_step; report → Reported
//       Reported               return_report → InProgress; accept → Accepted
//     Suspended                resume → the state before the suspension
//   Accepted                   attach; reopen → InProgress
//   Cancelled

/// Puts a new machine into `state`.
struct Restore : sc::event<Restore> {
  explicit Restore(TaskState to) : state(to) {}
  TaskState state;
};

template <TaskAction action>
struct On : sc::event<On<action>> {};

template <TaskAction action>
using Stays = sc::in_state_reaction<On<action>>;

template <TaskAction action, class To>
using Goes = sc::transition<On<action>, To>;

/// A state in which a task rests between two commands.
struct Resting {
  virtual ~Resting() = default;
  [[nodiscard]] virtual TaskState state() const = 0;
};

template <class State, class Outer, TaskState value>
struct Rests : sc::simple_state<State, Outer>, Resting {
  [[nodiscard]] TaskState state() const override { return value; }
};

struct Restoring;
struct Unfinished;
struct Planned;
struct Unreported;
struct Announced;
struct Planning;
struct PlanSubmitted;
struct Ready;
struct InProgress;
struct Reported;
struct Suspended;
struct Accepted;
struct Cancelled;

/// Lives for one action.
struct Machine : sc::state_machine<Machine, Restoring> {
  explicit Machine(const TaskFacts& of_the_task) : facts(of_the_task) {}
  ~Machine() { terminate(); }

  void unconsumed_event(const sc::event_base&) { refused = true; }

  TaskFacts facts;
  bool refused = false;
};

template <class From>
sc::result go(From& from, TaskState to) {
  switch (to) {
    case TaskState::planned:
      return from.template transit<Planned>();
    case TaskState::announced:
      return from.template transit<Announced>();
    case TaskState::planning:
      return from.template transit<Planning>();
    case TaskState::plan_submitted:
      return from.template transit<PlanSubmitted>();
    case TaskState::ready:
      return from.template transit<Ready>();
    case TaskState::in_progress:
      return from.template transit<InProgress>();
    case TaskState::reported:
      return from.template transit<Reported>();
    case TaskState::accepted:
      return from.template transit<Accepted>();
    case TaskState::suspended:
      return from.template transit<Suspended>();
    case TaskState::cancelled:
      return from.template transit<Cancelled>();
  }
  return from.forward_event();
}

struct Restoring : sc::simple_state<Restoring, Machine> {
  using reactions = sc::custom_reaction<Restore>;
  sc::result react(const Restore& restore) { return go(*this, restore.state); }
};

struct Existing : sc::simple_state<Existing, Machine, Unfinished> {
  using reactions = Stays<comment>;
};

struct Unfinished : sc::simple_state<Unfinished, Existing, Planned> {
  using reactions = mpl::list<Stays<attach>, Stays<assign>, Goes<cancel, Cancelled>>;
};

struct Planned : Rests<Planned, Unfinished, TaskState::planned> {
  using reactions = mpl::list<Stays<fix_dates>, sc::custom_reaction<On<announce>>>;
  sc::result react(const On<announce>&) {
    return go(*this, outermost_context().facts.plan_owed ? TaskState::announced : TaskState::ready);
  }
};

struct Underway : sc::simple_state<Underway, Unfinished, Unreported> {
  using reactions = Goes<suspend, Suspended>;
};

struct Unreported : sc::simple_state<Unreported, Underway, Announced> {
  using reactions = mpl::list<Stays<fix_dates>, Stays<ask_extension>, Stays<grant_extension>,
                              Stays<refuse_extension>>;
};

struct Announced : Rests<Announced, Unreported, TaskState::announced> {
  using reactions = mpl::list<Goes<begin_plan, Planning>, Goes<submit_plan, PlanSubmitted>>;
};

struct Planning : Rests<Planning, Unreported, TaskState::planning> {
  using reactions = Goes<submit_plan, PlanSubmitted>;
};

struct PlanSubmitted : Rests<PlanSubmitted, Unreported, TaskState::plan_submitted> {
  using reactions = mpl::list<Goes<return_plan, Planning>, Goes<approve_plan, Ready>>;
};

struct Ready : Rests<Ready, Unreported, TaskState::ready> {
  using reactions = Goes<start, InProgress>;
};

struct InProgress : Rests<InProgress, Unreported, TaskState::in_progress> {
  using reactions = mpl::list<Stays<report_progress>, Stays<perform_step>, Goes<report, Reported>>;
};

struct Reported : Rests<Reported, Underway, TaskState::reported> {
  using reactions = mpl::list<Goes<return_report, InProgress>, Goes<accept, Accepted>>;
};

struct Suspended : Rests<Suspended, Unfinished, TaskState::suspended> {
  using reactions = sc::custom_reaction<On<resume>>;
  sc::result react(const On<resume>&) {
    const TaskState before = outermost_context().facts.before_suspension;
    const bool underway = before >= TaskState::announced && before <= TaskState::reported;
    return underway ? go(*this, before) : forward_event();
  }
};

struct Accepted : Rests<Accepted, Existing, TaskState::accepted> {
  using reactions = mpl::list<Stays<attach>, Goes<reopen, InProgress>>;
};

struct Cancelled : Rests<Cancelled, Existing, TaskState::cancelled> {};

std::optional<TaskState> ask(TaskState state, TaskAction action, const TaskFacts& facts) {
  Machine machine(facts);
  machine.initiate();
  machine.process_event(Restore(state));
  with_constant<attach>(action, [&](auto constant) { machine.process_event(On<constant()>{}); });
  if (machine.refused) {
    return std::nullopt;
  }
  return machine.state_cast<const Resting&>().state();
}

}  // namespace task

std::optional<model::TaskState> next(model::TaskState state, model::TaskAction action,
                                     const TaskFacts& facts) {
  using model::TaskState;
  // One fact matters at a time: where a suspended task was, else whether a plan is owed.
  static const TransitionTable<TaskState, model::TaskAction> table(
      every<TaskState>().size(), [](auto from, auto act, std::size_t fact) {
        return task::ask(from, act, {fact == 1, static_cast<TaskState>(fact)});
      });
  const bool resting = state == TaskState::suspended;
  return table.at(state, action,
                  resting ? static_cast<std::size_t>(facts.before_suspension) : facts.plan_owed);
}

}  // namespace tiendo::lifecycle
