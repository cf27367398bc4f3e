#include <algorithm>

#include "chart/run.hpp"

namespace tiendo::chart {

void Run::enter_initially() {
  machine_.active.reset(chart_.size());
  ++microsteps_;
  buffers_.entering_.reset(chart_.size());
  buffers_.by_default_.reset(chart_.size());
  buffers_.default_histories_.clear();
  machine_.active.insert(root_state);
  buffers_.by_default_.insert(root_state);
  add_entries(chart_.state(root_state).initial, root_state);
  perform(chart_.state(root_state).initial_actions);
  buffers_.entering_.for_each([this](StateIndex s) { enter(s); });
}

void Run::microstep() {
  exit_states();
  for (const auto* transition : buffers_.enabled_) {
    perform(transition->actions);
  }
  enter_states();
}

void Run::exit_states() {
  auto& exiting = buffers_.exiting_;
  if (chart_.has_histories()) {
    exiting.for_each_backwards([this](StateIndex s) { remember(s); });
  }
  exiting.for_each_backwards([this](StateIndex s) {
    perform(chart_.state(s).exit);
    machine_.active.erase(s);
    buffers_.exited_.push_back(s);
  });
}

void Run::remember(StateIndex exiting) {
  auto& all = machine_.history;
  for (const auto history : chart_.targets(chart_.state(exiting).histories)) {
    const bool deep = chart_.state(history).kind == Kind::deep_history;
    buffers_.history_.clear();
    machine_.active.for_each_in(exiting + 1, chart_.state(exiting).last, [&](StateIndex s) {
      if (deep ? is_atomic(chart_.state(s).kind) : chart_.state(s).parent == exiting) {
        buffers_.history_.push_back({history, s});
      }
    });
    const auto first = std::ranges::lower_bound(all, history, {}, &Remembered::history);
    const auto last = std::ranges::upper_bound(all, history, {}, &Remembered::history);
    const auto at = all.erase(first, last);
    all.insert(at, buffers_.history_.begin(), buffers_.history_.end());
  }
}

void Run::enter_states() {
  auto& entering = buffers_.entering_;
  entering.reset(chart_.size());
  buffers_.by_default_.reset(chart_.size());
  buffers_.default_histories_.clear();
  for (const auto* transition : buffers_.enabled_) {
    if (transition->targets.count != 0) {
      add_entries(transition->targets, domain_of(*transition));
    }
  }
  entering.for_each([this](StateIndex s) { enter(s); });
}

void Run::enter(StateIndex state) {
  const auto& compiled = chart_.state(state);
  machine_.active.insert(state);
  buffers_.entered_.push_back(state);
  perform(compiled.entry);
  if (buffers_.by_default_.contains(state)) {
    perform(compiled.initial_actions);
  }
  for (const auto& entry : buffers_.default_histories_) {
    if (entry.parent == state) {
      perform(chart_.state(entry.history).initial_actions);
    }
  }
  if (compiled.kind == Kind::final) {
    raise_done(state);
  }
}

void Run::raise_done(StateIndex final) {
  const auto parent = chart_.state(final).parent;
  if (parent == root_state) {
    finish();
    return;
  }
  auto& queue = buffers_.internal_.events;
  queue.push_back(chart_.state(parent).done);
  const auto grandparent = chart_.state(parent).parent;
  if (chart_.state(grandparent).kind == Kind::parallel && is_in_final_state(grandparent)) {
    queue.push_back(chart_.state(grandparent).done);
  }
}

bool Run::is_in_final_state(StateIndex state) const {
  const auto& compiled = chart_.state(state);
  const bool parallel = compiled.kind == Kind::parallel;
  if (!parallel && compiled.kind != Kind::compound) {
    return false;
  }
  for (auto child = state + 1; child < compiled.last; child = chart_.state(child).last) {
    const auto kind = chart_.state(child).kind;
    if (is_history(kind)) {
      continue;
    }
    if (!parallel && kind == Kind::final && machine_.active.contains(child)) {
      return true;
    }
    if (parallel && !is_in_final_state(child)) {
      return false;
    }
  }
  return parallel;
}

/// Appendix D, exitInterpreter. The final state stays named as active (SEMANTICS.md section 5).
void Run::finish() {
  machine_.done = true;
  machine_.active.for_each_backwards([this](StateIndex s) { perform(chart_.state(s).exit); });
  machine_.pending.clear();
}

// The entry set (appendix D, computeEntrySet). The recursion is as deep as the chart is nested.

void Run::add_entries(Slice targets, StateIndex domain) {
  const auto states = chart_.targets(targets);
  std::ranges::for_each(states, [this](StateIndex s) { add_descendants(s); });
  for (const auto state : states) {
    if (!is_history(chart_.state(state).kind)) {
      add_ancestors(state, domain);
    } else if (const auto kept = remembered(machine_, state); !kept.empty()) {
      for (const auto& entry : kept) {
        add_ancestors(entry.state, domain);
      }
    } else {
      for (const auto target : chart_.targets(chart_.state(state).initial)) {
        add_ancestors(target, domain);
      }
    }
  }
}

void Run::add_descendants(StateIndex state) {
  const auto& compiled = chart_.state(state);
  if (is_history(compiled.kind)) {
    add_history(state);
    return;
  }
  buffers_.entering_.insert(state);
  if (compiled.kind == Kind::compound) {
    buffers_.by_default_.insert(state);
    const auto initial = chart_.targets(compiled.initial);
    std::ranges::for_each(initial, [this](StateIndex s) { add_descendants(s); });
    std::ranges::for_each(initial, [&](StateIndex s) { add_ancestors(s, state); });
  } else if (compiled.kind == Kind::parallel) {
    add_regions(state);
  }
}

void Run::add_history(StateIndex history) {
  const auto& compiled = chart_.state(history);
  if (const auto kept = remembered(machine_, history); !kept.empty()) {
    std::ranges::for_each(
        kept, [this](StateIndex s) { add_descendants(s); }, &Remembered::state);
    std::ranges::for_each(
        kept, [&](StateIndex s) { add_ancestors(s, compiled.parent); }, &Remembered::state);
    return;
  }
  buffers_.default_histories_.push_back({compiled.parent, history});
  const auto targets = chart_.targets(compiled.initial);
  std::ranges::for_each(targets, [this](StateIndex s) { add_descendants(s); });
  std::ranges::for_each(targets, [&](StateIndex s) { add_ancestors(s, compiled.parent); });
}

void Run::add_ancestors(StateIndex state, StateIndex ancestor) {
  for (auto s = chart_.state(state).parent; s != ancestor && s != nothing;
       s = chart_.state(s).parent) {
    buffers_.entering_.insert(s);
    if (chart_.state(s).kind == Kind::parallel) {
      add_regions(s);
    }
  }
}

void Run::add_regions(StateIndex parallel) {
  for (auto child = parallel + 1; child < chart_.state(parallel).last;
       child = chart_.state(child).last) {
    const auto last = chart_.state(child).last;
    if (!is_history(chart_.state(child).kind) && !buffers_.entering_.any_in(child + 1, last)) {
      add_descendants(child);
    }
  }
}

// Executable content.

void Run::perform(Slice actions) {
  for (const auto& action : chart_.actions(actions)) {
    perform(action);
  }
}

void Run::perform(const CompiledAction& action) {
  switch (action.op) {
    case CompiledAction::Op::raise:
      buffers_.internal_.events.push_back(action.value);
      break;
    case CompiledAction::Op::send: {
      if (!action.after) {
        buffers_.external_.events.push_back(action.value);
        break;
      }
      const Pending send{host_.due(*action.after, now_), action.value, action.id};
      const auto at = std::ranges::upper_bound(machine_.pending, send.due, {}, &Pending::due);
      machine_.pending.insert(at, send);
      break;
    }
    case CompiledAction::Op::cancel:
      std::erase_if(machine_.pending, [&](const Pending& p) { return p.id == action.id; });
      break;
    case CompiledAction::Op::external:
      host_.perform(action.value);
      break;
  }
}

}  // namespace tiendo::chart
