#include "chart/reference_interpreter.hpp"

#include <algorithm>

namespace tiendo::chart {
namespace {

bool is_history_state(const State* s) {
  return s->type == StateType::shallow_history || s->type == StateType::deep_history;
}
bool is_atomic_state(const State* s) {
  return s->states.empty() && !is_history_state(s);
}
bool is_parallel_state(const State* s) {
  return s->type == StateType::parallel;
}
bool is_compound_state(const State* s) {
  return s->type == StateType::plain && !s->states.empty();
}

template <class T>
bool has(const std::vector<T>& all, const T& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}
template <class T>
void add(std::vector<T>& all, const T& one) {
  if (!has(all, one)) {
    all.push_back(one);
  }
}

/// SCXML 1.0, 3.12.1, by comparing texts.
bool name_matches(std::string descriptor, const std::string& event) {
  if (descriptor == "*") {
    return true;
  }
  if (descriptor.ends_with(".*")) {
    descriptor.resize(descriptor.size() - 2);
  }
  return event == descriptor || event.starts_with(descriptor + ".");
}

}  // namespace

ReferenceInterpreter::ReferenceInterpreter(const Document& document) {
  root_.states = document.states;
  root_.initial = document.initial;
  index(root_, nullptr);
}

void ReferenceInterpreter::index(const State& state, Node parent) {
  order_.emplace(&state, order_.size());
  parent_[&state] = parent;
  by_id_[state.id] = &state;
  for (const auto& arc : state.on) {
    source_[&arc] = &state;
  }
  for (const auto& child : state.states) {
    index(child, &state);
  }
}

bool ReferenceInterpreter::start(int microsteps_max) {
  Nodes entry;
  Nodes for_default;
  const auto initial = initial_of(&root_);
  for (const auto& name : initial) {
    add_descendants(by_id_.at(name.text), entry, for_default);
  }
  for (const auto* state : effective_targets(initial)) {
    add_ancestors(state, &root_, entry, for_default);
  }
  if (root_.initial) {
    execute(root_.initial->actions);
  }
  for (const auto* state : sorted(entry)) {
    enter(state, for_default);
  }
  return run(microsteps_max - 1);
}

bool ReferenceInterpreter::take(const std::string& event, int microsteps_max) {
  exited.clear();
  entered.clear();
  if (done) {
    return true;
  }
  external_.push_back(event);
  const auto enabled = select(&external_.front());
  external_.pop_front();
  if (!enabled.empty()) {
    microstep(enabled);
    --microsteps_max;
  }
  return run(microsteps_max);
}

/// mainEventLoop, until the external queue is empty.
bool ReferenceInterpreter::run(int microsteps_max) {
  while (!done) {
    auto enabled = select(nullptr);
    if (enabled.empty()) {
      auto& queue = internal_.empty() ? external_ : internal_;
      if (queue.empty()) {
        return true;
      }
      const auto event = queue.front();
      queue.pop_front();
      enabled = select(&event);
    }
    if (!enabled.empty()) {
      if (microsteps_max-- == 0) {
        return false;
      }
      microstep(enabled);
    }
  }
  return true;
}

ReferenceInterpreter::Arcs ReferenceInterpreter::select(const std::string* event) const {
  Arcs enabled;
  for (const auto* atomic : sorted(configuration_)) {
    if (!is_atomic_state(atomic)) {
      continue;
    }
    auto chain = proper_ancestors(atomic, nullptr);
    chain.insert(chain.begin(), atomic);
    bool found = false;
    for (const auto* state : chain) {
      for (const auto& arc : state->on) {
        const bool named =
            event == nullptr
                ? arc.events.empty()
                : std::any_of(arc.events.begin(), arc.events.end(),
                              [&](const Name& d) { return name_matches(d.text, *event); });
        if (!found && named && (!arc.when || holds(*arc.when))) {
          add(enabled, &arc);
          found = true;
        }
      }
      if (found) {
        break;
      }
    }
  }
  return remove_conflicting(enabled);
}

ReferenceInterpreter::Arcs ReferenceInterpreter::remove_conflicting(const Arcs& enabled) const {
  Arcs filtered;
  for (const auto* t1 : enabled) {
    bool preempted = false;
    Arcs to_remove;
    for (const auto* t2 : filtered) {
      const auto set1 = exit_set({t1});
      const auto set2 = exit_set({t2});
      if (std::any_of(set1.begin(), set1.end(), [&](Node s) { return has(set2, s); })) {
        if (is_descendant(source_.at(t1), source_.at(t2))) {
          to_remove.push_back(t2);
        } else {
          preempted = true;
          break;
        }
      }
    }
    if (!preempted) {
      std::erase_if(filtered, [&](Arc t) { return has(to_remove, t); });
      filtered.push_back(t1);
    }
  }
  return filtered;
}

void ReferenceInterpreter::microstep(const Arcs& enabled) {
  exit_states(enabled);
  for (const auto* arc : enabled) {
    execute(arc->actions);
  }
  enter_states(enabled);
}

ReferenceInterpreter::Nodes ReferenceInterpreter::exit_set(const Arcs& arcs) const {
  Nodes set;
  for (const auto* arc : arcs) {
    if (!arc->to.empty()) {
      const auto* around = domain(arc);
      for (const auto* state : configuration_) {
        if (is_descendant(state, around)) {
          add(set, state);
        }
      }
    }
  }
  return set;
}

void ReferenceInterpreter::exit_states(const Arcs& enabled) {
  auto leaving = sorted(exit_set(enabled));
  std::reverse(leaving.begin(), leaving.end());
  for (const auto* state : leaving) {
    for (const auto& child : state->states) {
      if (is_history_state(&child)) {
        Nodes value;
        for (const auto* active : configuration_) {
          if (child.type == StateType::deep_history
                  ? is_atomic_state(active) && is_descendant(active, state)
                  : parent_.at(active) == state) {
            value.push_back(active);
          }
        }
        history_value_[&child] = value;
      }
    }
  }
  for (const auto* state : leaving) {
    execute(state->exit);
    std::erase(configuration_, state);
    exited.push_back(state->id);
  }
}

void ReferenceInterpreter::enter_states(const Arcs& enabled) {
  Nodes entry;
  Nodes for_default;
  default_history_.clear();
  for (const auto* arc : enabled) {
    for (const auto& name : arc->to) {
      add_descendants(by_id_.at(name.text), entry, for_default);
    }
    for (const auto* state : effective_targets(arc->to)) {
      add_ancestors(state, domain(arc), entry, for_default);
    }
  }
  for (const auto* state : sorted(entry)) {
    enter(state, for_default);
  }
}

void ReferenceInterpreter::enter(Node state, const Nodes& for_default) {
  configuration_.push_back(state);
  entered.push_back(state->id);
  execute(state->entry);
  if (has(for_default, state) && state->initial) {
    execute(state->initial->actions);
  }
  if (const auto found = default_history_.find(state); found != default_history_.end()) {
    execute(found->second->initial->actions);
  }
  if (state->type == StateType::final) {
    const auto* parent = parent_.at(state);
    if (parent == &root_) {
      done = true;
      execute(state->exit);
      return;
    }
    internal_.push_back("done.state." + parent->id);
    const auto* grandparent = parent_.at(parent);
    if (is_parallel_state(grandparent) && in_final_state(grandparent)) {
      internal_.push_back("done.state." + grandparent->id);
    }
  }
}

void ReferenceInterpreter::add_descendants(Node state, Nodes& entry, Nodes& for_default) {
  if (is_history_state(state)) {
    const auto* parent = parent_.at(state);
    if (const auto kept = history_value_.find(state); kept != history_value_.end()) {
      const auto value = kept->second;
      for (const auto* s : value) {
        add_descendants(s, entry, for_default);
      }
      for (const auto* s : value) {
        add_ancestors(s, parent, entry, for_default);
      }
    } else {
      default_history_[parent] = state;
      for (const auto& name : state->initial->to) {
        add_descendants(by_id_.at(name.text), entry, for_default);
      }
      for (const auto& name : state->initial->to) {
        add_ancestors(by_id_.at(name.text), parent, entry, for_default);
      }
    }
    return;
  }
  add(entry, state);
  if (is_compound_state(state)) {
    add(for_default, state);
    const auto initial = initial_of(state);
    for (const auto& name : initial) {
      add_descendants(by_id_.at(name.text), entry, for_default);
    }
    for (const auto& name : initial) {
      add_ancestors(by_id_.at(name.text), state, entry, for_default);
    }
  } else if (is_parallel_state(state)) {
    add_regions(state, entry, for_default);
  }
}

void ReferenceInterpreter::add_ancestors(Node state, Node ancestor, Nodes& entry,
                                         Nodes& for_default) {
  for (const auto* s : proper_ancestors(state, ancestor)) {
    add(entry, s);
    if (is_parallel_state(s)) {
      add_regions(s, entry, for_default);
    }
  }
}

void ReferenceInterpreter::add_regions(Node parallel, Nodes& entry, Nodes& for_default) {
  for (const auto& child : parallel->states) {
    const bool inside_already =
        std::any_of(entry.begin(), entry.end(), [&](Node s) { return is_descendant(s, &child); });
    if (!is_history_state(&child) && !inside_already) {
      add_descendants(&child, entry, for_default);
    }
  }
}

void ReferenceInterpreter::execute(const std::vector<Action>& actions) {
  for (const auto& action : actions) {
    if (const auto* raise = std::get_if<Raise>(&action)) {
      internal_.push_back(raise->event.text);
    } else if (const auto* send = std::get_if<Send>(&action)) {
      external_.push_back(send->event.text);
    } else if (const auto* external = std::get_if<External>(&action)) {
      performed.push_back(external->index);
    }
  }
}

ReferenceInterpreter::Node ReferenceInterpreter::domain(Arc arc) const {
  const auto* source = source_.at(arc);
  const auto targets = effective_targets(arc->to);
  const auto all_inside = [&](Node s) {
    return std::all_of(targets.begin(), targets.end(),
                       [&](Node target) { return is_descendant(target, s); });
  };
  if (arc->internal && is_compound_state(source) && all_inside(source)) {
    return source;
  }
  for (const auto* ancestor : proper_ancestors(source, nullptr)) {
    if ((is_compound_state(ancestor) || ancestor == &root_) && all_inside(ancestor)) {
      return ancestor;
    }
  }
  return &root_;
}

ReferenceInterpreter::Nodes ReferenceInterpreter::effective_targets(
    const std::vector<Name>& targets) const {
  Nodes effective;
  for (const auto& name : targets) {
    const auto* state = by_id_.at(name.text);
    if (!is_history_state(state)) {
      add(effective, state);
    } else if (const auto kept = history_value_.find(state); kept != history_value_.end()) {
      for (const auto* s : kept->second) {
        add(effective, s);
      }
    } else {
      for (const auto* s : effective_targets(state->initial->to)) {
        add(effective, s);
      }
    }
  }
  return effective;
}

bool ReferenceInterpreter::holds(const Guard& guard) const {
  const auto part_holds = [this](const Guard& part) { return holds(part); };
  if (const auto* constant = std::get_if<Constant>(&guard.is)) {
    return constant->holds;
  }
  if (const auto* in = std::get_if<In>(&guard.is)) {
    return is_active(by_id_.at(in->state.text));
  }
  if (const auto* all = std::get_if<All>(&guard.is)) {
    return std::all_of(all->of.begin(), all->of.end(), part_holds);
  }
  if (const auto* any = std::get_if<Any>(&guard.is)) {
    return std::any_of(any->of.begin(), any->of.end(), part_holds);
  }
  if (const auto* negation = std::get_if<Not>(&guard.is)) {
    return !holds(negation->of.front());
  }
  return open.contains(std::get<External>(guard.is).index);
}

bool ReferenceInterpreter::in_final_state(Node state) const {
  const auto& children = state->states;
  if (is_compound_state(state)) {
    return std::any_of(children.begin(), children.end(), [&](const State& child) {
      return child.type == StateType::final && is_active(&child);
    });
  }
  return is_parallel_state(state) &&
         std::all_of(children.begin(), children.end(), [&](const State& child) {
           return is_history_state(&child) || in_final_state(&child);
         });
}

bool ReferenceInterpreter::is_active(Node state) const {
  return has(configuration_, state);
}

ReferenceInterpreter::Nodes ReferenceInterpreter::proper_ancestors(Node state, Node until) const {
  Nodes ancestors;
  for (const auto* s = parent_.at(state); s != nullptr && s != until; s = parent_.at(s)) {
    ancestors.push_back(s);
  }
  return ancestors;
}

bool ReferenceInterpreter::is_descendant(Node state, Node ancestor) const {
  return has(proper_ancestors(state, nullptr), ancestor);
}

std::vector<Name> ReferenceInterpreter::initial_of(Node state) const {
  if (state->initial) {
    return state->initial->to;
  }
  const auto first = std::find_if(state->states.begin(), state->states.end(),
                                  [](const State& child) { return !is_history_state(&child); });
  return {Name{first->id}};
}

ReferenceInterpreter::Nodes ReferenceInterpreter::sorted(Nodes states) const {
  std::sort(states.begin(), states.end(),
            [&](Node a, Node b) { return order_.at(a) < order_.at(b); });
  return states;
}

std::set<std::string> ReferenceInterpreter::configuration() const {
  std::set<std::string> ids;
  for (const auto* state : configuration_) {
    ids.insert(state->id);
  }
  return ids;
}

std::map<std::string, std::set<std::string>> ReferenceInterpreter::history() const {
  std::map<std::string, std::set<std::string>> values;
  for (const auto& [history, states] : history_value_) {
    for (const auto* state : states) {
      values[history->id].insert(state->id);
    }
  }
  return values;
}

}  // namespace tiendo::chart
