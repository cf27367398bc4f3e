#include <fmt/format.h>

#include <algorithm>

#include "chart/compiler.hpp"

namespace tiendo::chart {
namespace {

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.';
}

bool is_legal_descriptor(std::string_view descriptor) {
  if (descriptor.ends_with(".*")) {
    descriptor.remove_suffix(2);
  }
  return descriptor == "*" || is_legal_name(descriptor);
}

Place place_of(const Name& name, Place otherwise) {
  return name.place == Place{} ? otherwise : name.place;
}

Text illegal(std::string_view what_vi, std::string_view what_en, std::string_view name) {
  return {fmt::format("{} \"{}\" không hợp lệ: chỉ dùng chữ cái không dấu, chữ số, \"_\", \"-\", "
                      "các phần cách nhau bằng dấu chấm, dài tối đa {} ký tự",
                      what_vi, shown(name), longest_name),
          fmt::format("{} \"{}\" is not legal: use plain letters, digits, \"_\", \"-\", parts "
                      "joined by points, at most {} characters",
                      what_en, shown(name), longest_name)};
}

/// Whether any transition can change what an eventless transition without target waits for.
bool depends_on_host(const Guard& guard) {
  const auto any = [](const std::vector<Guard>& of) {
    return std::ranges::any_of(of, depends_on_host);
  };
  if (const auto* all = std::get_if<All>(&guard.is)) {
    return any(all->of);
  }
  if (const auto* either = std::get_if<Any>(&guard.is)) {
    return any(either->of);
  }
  if (const auto* negation = std::get_if<Not>(&guard.is)) {
    return any(negation->of);
  }
  return std::holds_alternative<External>(guard.is);
}

}  // namespace

bool is_legal_name(std::string_view name) {
  return !name.empty() && name.size() <= longest_name && !name.starts_with('.') &&
         !name.ends_with('.') && name.find("..") == std::string_view::npos &&
         std::ranges::all_of(name, is_name_character);
}

std::string shown(std::string_view name) {
  auto end = std::min(name.size(), longest_name);
  while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return std::string{name.substr(0, end)} + (end < name.size() ? "…" : "");
}

void Compiler::add(Severity severity, std::string_view code, Place place, Text text) {
  findings_.push_back({severity, code, place, std::move(text)});
}

void Compiler::check_size() {
  if (document_.states.empty()) {
    error({}, "no_states",
          {"sơ đồ không có trạng thái nào; hãy khai báo ít nhất một trạng thái trong states",
           "the chart has no states; declare at least one under states"});
  }
  std::size_t transitions = 0;
  std::size_t actions = document_.initial ? document_.initial->actions.size() : 0;
  for (StateIndex s = 1; s < chart_.size(); ++s) {
    const auto& state = *declared_[s];
    transitions += state.on.size();
    actions += state.entry.size() + state.exit.size();
    actions += state.initial ? state.initial->actions.size() : 0;
    for (const auto& transition : state.on) {
      actions += transition.actions.size();
    }
  }
  if (transitions > most_transitions || actions > most_actions) {
    too_large_ = true;
    error({}, "chart_too_large",
          {fmt::format("sơ đồ quá lớn: tối đa {} chuyển tiếp và {} hành động", most_transitions,
                       most_actions),
           fmt::format("the chart is too large: at most {} transitions and {} actions",
                       most_transitions, most_actions)});
  }
}

void Compiler::check_state(StateIndex index) {
  if (index == root_state) {
    if (document_.initial) {
      check_names(document_.initial->actions, document_.initial->place);
    }
    return;
  }
  const auto& state = *declared_[index];
  const auto kind = chart_.state(index).kind;
  if (!is_legal_name(state.id)) {
    error(state.place, "illegal_id", illegal("mã trạng thái", "the id of the state", state.id));
  }
  if (is_history(kind)) {
    check_history(index);
  } else if (kind == Kind::final) {
    check_final(index);
  } else if (kind == Kind::parallel || kind == Kind::compound) {
    const auto is_pseudo = [](const State& child) {
      return child.type == StateType::shallow_history || child.type == StateType::deep_history;
    };
    if (std::ranges::all_of(state.states, is_pseudo)) {
      error(
          state.place, "no_states_inside",
          {fmt::format("trạng thái \"{}\" không có trạng thái con nào ngoài history; hãy khai báo "
                       "ít nhất một",
                       state.id),
           fmt::format("state \"{}\" has no states inside but histories; declare at least one",
                       state.id)});
    }
  }
  if (state.initial && (kind == Kind::atomic || kind == Kind::parallel)) {
    error(
        state.initial->place == Place{} ? state.place : state.initial->place, "misplaced_initial",
        {fmt::format("\"{}\" không được có initial: chỉ trạng thái có trạng thái con và không song "
                     "song mới có",
                     state.id),
         fmt::format("\"{}\" cannot have initial: only a state with states inside that is not "
                     "parallel has one",
                     state.id)});
  }
  check_names(state.entry, state.place);
  check_names(state.exit, state.place);
  if (state.initial) {
    check_names(state.initial->actions, state.place);
  }
}

void Compiler::check_history(StateIndex index) {
  const auto& state = *declared_[index];
  if (chart_.state(index).parent == root_state) {
    error(state.place, "misplaced_history",
          {fmt::format("history \"{}\" phải nằm trong một trạng thái, không nằm ở cấp ngoài cùng",
                       state.id),
           fmt::format("history \"{}\" must stand inside a state, not at the top", state.id)});
  }
  if (!state.states.empty() || !state.on.empty() || !state.entry.empty() || !state.exit.empty()) {
    error(
        state.place, "history_with_content",
        {fmt::format("history \"{}\" chỉ có default, không có states, on, entry hay exit",
                     state.id),
         fmt::format("history \"{}\" has a default and nothing else: no states, on, entry or exit",
                     state.id)});
  }
  if (!state.initial) {
    error(state.place, "no_default",
          {fmt::format("history \"{}\" thiếu default: trạng thái vào lần đầu, ví dụ default: a",
                       state.id),
           fmt::format("history \"{}\" lacks its default, the state for the first time, such as "
                       "default: a",
                       state.id)});
  }
}

void Compiler::check_final(StateIndex index) {
  const auto& state = *declared_[index];
  if (!state.states.empty() || !state.on.empty() || state.initial) {
    error(
        state.place, "final_with_content",
        {fmt::format("trạng thái kết thúc \"{}\" không được có states, initial hay on; hãy bỏ đi "
                     "hoặc bỏ final",
                     state.id),
         fmt::format("the final state \"{}\" cannot have states, initial or on; take them out, or "
                     "final",
                     state.id)});
  }
  if (chart_.state(chart_.state(index).parent).kind == Kind::parallel) {
    error(
        state.place, "final_in_parallel",
        {fmt::format("trạng thái kết thúc \"{}\" không thể nằm ngay trong trạng thái song song; "
                     "hãy đặt nó vào một nhánh",
                     state.id),
         fmt::format("the final state \"{}\" cannot stand in a parallel state itself; put it into "
                     "one of its regions",
                     state.id)});
  }
}

void Compiler::check_names(const std::vector<Action>& actions, Place place) {
  const auto check_event = [&](const Name& event) {
    if (!is_legal_name(event.text)) {
      error(place_of(event, place), "illegal_event",
            illegal("tên sự kiện", "the event name", event.text));
    }
  };
  for (const auto& action : actions) {
    if (const auto* raise = std::get_if<Raise>(&action)) {
      check_event(raise->event);
    } else if (const auto* send = std::get_if<Send>(&action)) {
      check_event(send->event);
      if (!send->id.empty() && !is_legal_name(send->id)) {
        error(place_of(send->event, place), "illegal_send_id",
              illegal("mã của send", "the id of the send", send->id));
      }
    } else if (const auto* cancel = std::get_if<Cancel>(&action)) {
      if (!is_legal_name(cancel->id.text)) {
        error(place_of(cancel->id, place), "illegal_send_id",
              illegal("mã trong cancel", "the id in cancel", cancel->id.text));
      }
    }
  }
}

void Compiler::check_transition(const Transition& transition, Place place) {
  place = transition.place == Place{} ? place : transition.place;
  for (const auto& event : transition.events) {
    if (!is_legal_descriptor(event.text)) {
      error(place_of(event, place), "illegal_event",
            illegal("tên sự kiện", "the event name", event.text));
    }
  }
  check_names(transition.actions, place);
  if (transition.events.empty() && transition.to.empty() &&
      (transition.actions.empty() || !transition.when || !depends_on_host(*transition.when))) {
    add(Severity::warning, "eventless_without_target", place,
        {"chuyển tiếp không có event và không có to: khi đã xảy ra thì lặp mãi; hãy thêm "
         "event hoặc to",
         "a transition without event and without to repeats for ever once it is taken; give "
         "it an event or a target"});
  }
}

/// `initial` leads inside its state, the default of a history inside the state of the history, and
/// not to another history (SCXML 1.0, 3.3.2 and 3.10.2; SEMANTICS.md 4.5).
void Compiler::check_default(StateIndex index, const std::vector<StateIndex>& targets) {
  const auto kind = chart_.state(index).kind;
  const auto home = is_history(kind) ? chart_.state(index).parent : index;
  const auto& declared = index == root_state ? *document_.initial : *declared_[index]->initial;
  const auto place = declared.place;
  if (declared.to.empty()) {
    error(place, "empty_initial",
          {"initial hoặc default phải nêu ít nhất một trạng thái",
           "initial or default must name at least one state"});
  }
  for (const auto target : targets) {
    const auto& name = chart_.name(target);
    if (!chart_.is_inside(target, home)) {
      error(place, "initial_outside",
            {fmt::format("\"{}\" không nằm trong \"{}\"; hãy chọn một trạng thái bên trong", name,
                         chart_.name(home)),
             fmt::format("\"{}\" does not lie inside \"{}\"; name a state that does", name,
                         chart_.name(home))});
    } else if (is_history(kind) && is_history(chart_.state(target).kind)) {
      error(place, "default_is_history",
            {fmt::format("default của history \"{}\" không thể là một history khác",
                         chart_.name(index)),
             fmt::format("the default of history \"{}\" cannot be another history",
                         chart_.name(index))});
    }
  }
}

/// Several targets can be active together only in different regions of a parallel state (SCXML 1.0,
/// 3.11). In document order, looking at neighbours is enough.
void Compiler::check_together(const std::vector<StateIndex>& targets,
                              const std::vector<Name>& names) {
  auto sorted = targets;
  std::ranges::sort(sorted);
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    const auto a = sorted[i - 1];
    const auto b = sorted[i];
    const auto common = common_ancestor(a, b);
    const auto remembers_common = [&](StateIndex s) {
      return is_history(chart_.state(s).kind) && chart_.state(s).parent == common;
    };
    if (chart_.state(common).kind != Kind::parallel || common == a || remembers_common(a) ||
        remembers_common(b)) {
      error(
          names.front().place, "conflicting_targets",
          {fmt::format("\"{}\" và \"{}\" không thể cùng hoạt động; nhiều đích phải nằm ở các nhánh "
                       "khác nhau của một trạng thái song song",
                       chart_.name(a), chart_.name(b)),
           fmt::format("\"{}\" and \"{}\" cannot be active together; several targets must lie in "
                       "different regions of a parallel state",
                       chart_.name(a), chart_.name(b))});
    }
  }
}

StateIndex Compiler::common_ancestor(StateIndex a, StateIndex b) const {
  while (a != b && !chart_.is_inside(b, a)) {
    a = chart_.state(a).parent;
  }
  return a;
}

}  // namespace tiendo::chart
