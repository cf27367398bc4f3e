#include "definition/first_days.hpp"

#include <algorithm>

namespace tiendo::definition {
namespace {

using std::chrono::sys_days;

constexpr sys_days any_day = sys_days::min();
constexpr sys_days never = sys_days::max();

/// The first day of every state and every start: never too late, since other guards are taken as
/// open from the beginning.
class FirstDays {
 public:
  explicit FirstDays(const model::Procedure& phases)
      : phases_(phases),
        chart_(phases.chart),
        active_(chart_.size(), never),
        entered_(chart_.size(), never),
        starts_(phases.starts.size(), never) {}

  std::vector<std::optional<Day>> find() {
    add_active(chart::root_state, any_day);
    enter_all(chart_.state(chart::root_state).initial, any_day);
    while (!open_.empty()) {
      const auto state = open_.back();
      open_.pop_back();
      take_transitions(chart_.state(state).events, active_[state]);
      take_transitions(chart_.state(state).eventless, active_[state]);
    }
    std::vector<std::optional<Day>> days;
    for (const auto day : starts_) {
      days.push_back(day == any_day || day == never ? std::nullopt : std::optional{Day{day}});
    }
    return days;
  }

 private:
  /// `state` is entered for its own sake: what it holds is entered by default.
  void enter(chart::StateIndex state, sys_days day) {
    if (entered_[state] <= day) {
      return;
    }
    entered_[state] = day;
    add_active(state, day);
    const auto& compiled = chart_.state(state);
    if (compiled.kind == chart::Kind::compound || chart::is_history(compiled.kind)) {
      perform(compiled.initial_actions, day);
      enter_all(compiled.initial, day);
    }
  }

  void enter_all(chart::Slice targets, sys_days day) {
    for (const auto target : chart_.targets(targets)) {
      enter(target, day);
    }
  }

  /// `state` is active, perhaps only because something inside it is; so are its ancestors.
  void add_active(chart::StateIndex state, sys_days day) {
    if (active_[state] <= day) {
      return;
    }
    active_[state] = day;
    open_.push_back(state);
    const auto& compiled = chart_.state(state);
    perform(compiled.entry, day);
    perform(compiled.exit, day);
    if (compiled.parent != chart::nothing) {
      add_active(compiled.parent, day);
    }
    if (compiled.kind == chart::Kind::parallel) {
      for (auto child = state + 1; child < compiled.last; child = chart_.state(child).last) {
        if (!chart::is_history(chart_.state(child).kind)) {
          enter(child, day);
        }
      }
    }
  }

  void take_transitions(chart::Slice transitions, sys_days day) {
    for (const auto& transition : chart_.transitions(transitions)) {
      const auto open = transition.guard == chart::nothing
                            ? day
                            : std::max(day, opens(chart_.guard(transition.guard)));
      if (open != never) {
        perform(transition.actions, open);
        enter_all(transition.targets, open);
      }
    }
  }

  [[nodiscard]] sys_days opens(const chart::CompiledGuard& guard) const {
    using Op = chart::CompiledGuard::Op;
    if (guard.op == Op::constant) {
      return guard.value != 0 ? any_day : never;
    }
    if (guard.op == Op::external) {
      const auto* at = std::get_if<model::At>(&phases_.conditions[guard.value]);
      return at != nullptr ? sys_days{at->day} : any_day;
    }
    if (guard.op != Op::all && guard.op != Op::any) {
      return any_day;
    }
    auto day = guard.op == Op::all ? any_day : never;
    for (const auto& part : chart_.guards(guard.parts)) {
      day = guard.op == Op::all ? std::max(day, opens(part)) : std::min(day, opens(part));
    }
    return day;
  }

  void perform(chart::Slice actions, sys_days day) {
    for (const auto& action : chart_.actions(actions)) {
      if (action.op == chart::CompiledAction::Op::external) {
        starts_[action.value] = std::min(starts_[action.value], day);
      }
    }
  }

  const model::Procedure& phases_;
  const chart::Chart& chart_;
  std::vector<sys_days> active_;   // by state; `never`: not known to be active
  std::vector<sys_days> entered_;  // the same of what is entered for its own sake
  std::vector<sys_days> starts_;
  std::vector<chart::StateIndex> open_;  // their transitions are to be followed (again)
};

}  // namespace

std::vector<std::optional<Day>> first_days(const model::Procedure& phases) {
  return FirstDays{phases}.find();
}

}  // namespace tiendo::definition
