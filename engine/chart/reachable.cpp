#include <fmt/format.h>

#include <vector>

#include "chart/compiler.hpp"

namespace tiendo::chart {
namespace {

/// Which states some run can enter, guards taken as open unless they are plainly `false`.
class Reach {
 public:
  explicit Reach(const Chart& chart)
      : chart_(chart), active_(chart.size(), false), entered_(chart.size(), false) {}

  std::vector<bool> find() {
    add_active(root_state);
    enter_all(chart_.state(root_state).initial);
    while (!open_.empty()) {
      const auto state = open_.back();
      open_.pop_back();
      take_transitions(chart_.state(state).events);
      take_transitions(chart_.state(state).eventless);
    }
    return active_;
  }

 private:
  /// `state` is entered for its own sake: what it holds is entered by default.
  void enter(StateIndex state) {
    if (entered_[state]) {
      return;
    }
    entered_[state] = true;
    add_active(state);
    const auto& compiled = chart_.state(state);
    if (compiled.kind == Kind::compound || is_history(compiled.kind)) {
      enter_all(compiled.initial);
    }
  }

  void enter_all(Slice targets) {
    for (const auto target : chart_.targets(targets)) {
      enter(target);
    }
  }

  /// `state` is active, perhaps only because something inside it is; so are its ancestors.
  void add_active(StateIndex state) {
    if (active_[state]) {
      return;
    }
    active_[state] = true;
    open_.push_back(state);
    const auto& compiled = chart_.state(state);
    if (compiled.parent != nothing) {
      add_active(compiled.parent);
    }
    if (compiled.kind == Kind::parallel) {
      for (auto child = state + 1; child < compiled.last; child = chart_.state(child).last) {
        if (!is_history(chart_.state(child).kind)) {
          enter(child);
        }
      }
    }
  }

  void take_transitions(Slice transitions) {
    for (const auto& transition : chart_.transitions(transitions)) {
      const bool never = transition.guard != nothing &&
                         chart_.guard(transition.guard).op == CompiledGuard::Op::constant &&
                         chart_.guard(transition.guard).value == 0;
      if (!never) {
        enter_all(transition.targets);
      }
    }
  }

  const Chart& chart_;
  std::vector<bool> active_;
  std::vector<bool> entered_;
  std::vector<StateIndex> open_;  // active, its transitions not yet followed
};

}  // namespace

void Compiler::find_reachable() {
  const auto reached = Reach{chart_}.find();
  for (StateIndex s = 0; s < chart_.size(); ++s) {
    chart_.states_[s].reachable = reached[s];
    const auto parent = chart_.state(s).parent;
    if (reached[s] || !reached[parent]) {
      continue;  // of an unreachable subtree only the outermost state is named
    }
    add(unreachable_, "unreachable_state", declared_[s]->place,
        {fmt::format(
             "không bao giờ vào được trạng thái \"{}\"; hãy thêm chuyển tiếp tới nó hoặc bỏ "
             "nó đi",
             chart_.name(s)),
         fmt::format("state \"{}\" can never be entered; add a transition to it or take it out",
                     chart_.name(s))});
  }
}

}  // namespace tiendo::chart
