#include "chart/compiler.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace tiendo::chart {
namespace {

Kind kind_of(const State& state) {
  switch (state.type) {
    case StateType::parallel:
      return Kind::parallel;
    case StateType::final:
      return Kind::final;
    case StateType::shallow_history:
      return Kind::shallow_history;
    case StateType::deep_history:
      return Kind::deep_history;
    case StateType::plain:
      break;
  }
  return state.states.empty() ? Kind::atomic : Kind::compound;
}

/// `foo` and `foo.*` are the same descriptor; `*` is the empty one.
std::string_view without_wildcard(std::string_view descriptor) {
  if (descriptor.ends_with('*')) {
    descriptor.remove_suffix(1);
    if (descriptor.ends_with('.')) {
      descriptor.remove_suffix(1);
    }
  }
  return descriptor;
}

}  // namespace

Compiler::Compiler(const Document& document, Severity unreachable)
    : document_(document), unreachable_(unreachable) {}

Compiled Compiler::compile() && {
  chart_.states_.push_back({.kind = Kind::compound, .reachable = true});
  chart_.names_.emplace_back();
  declared_.push_back(nullptr);
  for (const auto& state : document_.states) {
    number(state, root_state, 1);
  }
  chart_.states_[root_state].last = chart_.size();
  check_size();
  if (!too_large_ && !document_.states.empty()) {
    collect_events();
    chart_.send_ids_.emplace_back();
    for (StateIndex s = 0; s < chart_.size(); ++s) {
      check_state(s);
      compile_state(s);
    }
  }
  const auto is_error = [](const Finding& f) { return f.severity == Severity::error; };
  if (std::ranges::none_of(findings_, is_error)) {
    link();
    find_reachable();
    find_circles();
  }
  const auto by_place = [](const Finding& f) { return std::pair{f.place.line, f.place.column}; };
  std::ranges::stable_sort(findings_, {}, by_place);
  Compiled compiled;
  if (std::ranges::none_of(findings_, is_error)) {
    compiled.chart = std::move(chart_);
  }
  compiled.findings = std::move(findings_);
  return compiled;
}

void Compiler::number(const State& state, StateIndex parent, std::size_t depth) {
  if (chart_.size() > most_states || depth > deepest_nesting) {
    if (!too_large_) {
      too_large_ = true;
      error(
          state.place, "chart_too_large",
          {fmt::format("sơ đồ quá lớn ở trạng thái \"{}\": tối đa {} trạng thái, lồng nhau tối đa "
                       "{} cấp",
                       shown(state.id), most_states, deepest_nesting),
           fmt::format("the chart is too large at state \"{}\": at most {} states, nested at most "
                       "{} deep",
                       shown(state.id), most_states, deepest_nesting)});
    }
    return;
  }
  const auto index = chart_.size();
  chart_.states_.push_back({.kind = kind_of(state), .parent = parent});
  chart_.names_.push_back(state.id);
  declared_.push_back(&state);
  if (!chart_.index_.emplace(state.id, index).second) {
    error(
        state.place, "duplicate_state",
        {fmt::format("trạng thái \"{}\" được khai báo hai lần; mỗi mã chỉ dùng một lần trong toàn "
                     "sơ đồ",
                     state.id),
         fmt::format("state \"{}\" is declared twice; an id is used once in the whole chart",
                     state.id)});
  }
  for (const auto& child : state.states) {
    number(child, index, depth + 1);
  }
  chart_.states_[index].last = chart_.size();
}

void Compiler::collect_events() {
  std::vector<std::string> names;
  const auto from_actions = [&](const std::vector<Action>& actions) {
    for (const auto& action : actions) {
      if (const auto* raise = std::get_if<Raise>(&action)) {
        names.push_back(raise->event.text);
      } else if (const auto* send = std::get_if<Send>(&action)) {
        names.push_back(send->event.text);
      }
    }
  };
  const auto from_default = [&](const std::optional<DefaultEntry>& entry) {
    if (entry) {
      from_actions(entry->actions);
    }
  };
  from_default(document_.initial);
  for (StateIndex s = 1; s < chart_.size(); ++s) {
    const auto& state = *declared_[s];
    if (!state.states.empty()) {
      names.push_back("done.state." + state.id);
    }
    from_actions(state.entry);
    from_actions(state.exit);
    from_default(state.initial);
    for (const auto& transition : state.on) {
      from_actions(transition.actions);
      for (const auto& event : transition.events) {
        names.emplace_back(without_wildcard(event.text));
      }
    }
  }
  chart_.events_ = EventTable{std::move(names)};
}

void Compiler::compile_state(StateIndex index) {
  if (index != root_state) {
    const auto& declared = *declared_[index];
    auto& state = chart_.states_[index];
    state.done = chart_.events_.find_exactly("done.state." + declared.id);
    state.entry = compile_actions(declared.entry);
    state.exit = compile_actions(declared.exit);
    compile_transitions(index);
  }
  compile_initial(index);
  std::vector<StateIndex> histories;
  for (auto child = index + 1; child < chart_.state(index).last; child = chart_.state(child).last) {
    if (is_history(chart_.state(child).kind)) {
      histories.push_back(child);
    }
  }
  chart_.states_[index].histories = append(chart_.targets_, histories);
}

void Compiler::compile_initial(StateIndex index) {
  const auto& declared = index == root_state ? document_.initial : declared_[index]->initial;
  std::vector<StateIndex> targets;
  Slice actions;
  if (declared) {
    targets = resolve(declared->to);
    check_default(index, targets);
    check_together(targets, declared->to);
    actions = compile_actions(declared->actions);
  } else if (chart_.state(index).kind == Kind::compound) {
    auto child = index + 1;
    while (child < chart_.state(index).last && is_history(chart_.state(child).kind)) {
      child = chart_.state(child).last;
    }
    targets.push_back(child);
  }
  chart_.states_[index].initial = append(chart_.targets_, targets);
  chart_.states_[index].initial_actions = actions;
}

void Compiler::compile_transitions(StateIndex index) {
  const auto compile_those = [&](bool eventless) {
    const auto first = static_cast<std::uint32_t>(chart_.transitions_.size());
    for (const auto& transition : declared_[index]->on) {
      if (transition.events.empty() == eventless) {
        check_transition(transition, declared_[index]->place);
        auto compiled = compile_transition(index, transition);
        chart_.transitions_.push_back(compiled);
      }
    }
    return Slice{first, static_cast<std::uint32_t>(chart_.transitions_.size()) - first};
  };
  chart_.states_[index].events = compile_those(false);
  chart_.states_[index].eventless = compile_those(true);
}

CompiledTransition Compiler::compile_transition(StateIndex source, const Transition& transition) {
  CompiledTransition compiled{
      .source = source, .internal = transition.internal, .place = transition.place};
  std::vector<EventRange> descriptors;
  for (const auto& event : transition.events) {
    const auto first = chart_.events_.find_exactly(without_wildcard(event.text));
    descriptors.push_back({first, chart_.events_.last(first)});
  }
  compiled.descriptors = append(chart_.descriptors_, descriptors);

  const auto targets = resolve(transition.to);
  check_together(targets, transition.to);
  compiled.targets = append(chart_.targets_, targets);
  compiled.by_history =
      std::ranges::any_of(targets, [&](StateIndex s) { return is_history(chart_.state(s).kind); });
  if (!targets.empty() && !compiled.by_history) {
    const auto [lowest, highest] = std::ranges::minmax(targets);
    compiled.domain = chart_.domain(source, transition.internal, lowest, highest);
  }
  compiled.actions = compile_actions(transition.actions);
  if (transition.when) {
    compiled.guard = compile_guard(*transition.when);
    compiled.asks_host = chart_.asks_host(chart_.guard(compiled.guard));
  }
  return compiled;
}

std::vector<StateIndex> Compiler::resolve(const std::vector<Name>& names) {
  std::vector<StateIndex> states;
  for (const auto& name : names) {
    if (const auto state = chart_.find(name.text)) {
      states.push_back(*state);
    } else {
      error(name.place, "unknown_state",
            {fmt::format("không có trạng thái \"{}\"; hãy khai báo nó trong states hoặc "
                         "sửa lại mã",
                         shown(name.text)),
             fmt::format("there is no state \"{}\"; declare it under states or correct "
                         "the id",
                         shown(name.text))});
    }
  }
  return states;
}

/// Tells every state where the nearest transitions are, itself and its ancestors considered.
void Compiler::link() {
  chart_.atomic_.reset(chart_.size());
  for (StateIndex s = 1; s < chart_.size(); ++s) {
    auto& state = chart_.states_[s];
    const auto& parent = chart_.states_[state.parent];
    state.with_events = state.events.count != 0 ? s : parent.with_events;
    state.with_eventless = state.eventless.count != 0 ? s : parent.with_eventless;
    chart_.has_eventless_ = chart_.has_eventless_ || state.eventless.count != 0;
    chart_.has_histories_ = chart_.has_histories_ || is_history(state.kind);
    if (is_atomic(state.kind)) {
      chart_.atomic_.insert(s);
    }
  }
}

Compiled compile(const Document& document, Severity unreachable) {
  return Compiler{document, unreachable}.compile();
}

}  // namespace tiendo::chart
