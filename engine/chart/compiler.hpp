#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "chart/chart.hpp"
#include "chart/document.hpp"

namespace tiendo::chart {

/// Whether states and events may be called so: tokens of letters, digits, `_` and `-`, parted by
/// single points.
[[nodiscard]] bool is_legal_name(std::string_view name);

/// `name`, cut where it is too long to be shown.
[[nodiscard]] std::string shown(std::string_view name);

/// Puts `part` at the end of `all` and says where it stands there.
template <class T>
[[nodiscard]] Slice append(std::vector<T>& all, const std::vector<T>& part) {
  const Slice slice{static_cast<std::uint32_t>(all.size()),
                    static_cast<std::uint32_t>(part.size())};
  all.insert(all.end(), part.begin(), part.end());
  return slice;
}

/// Makes a chart of a document, once. Internal to this room; the way in is `compile`.
class Compiler {
 public:
  Compiler(const Document& document, Severity unreachable);

  [[nodiscard]] Compiled compile() &&;

 private:
  // compiler.cpp: states and transitions
  void number(const State& state, StateIndex parent, std::size_t depth);
  void collect_events();
  void compile_state(StateIndex index);
  void compile_initial(StateIndex index);
  void compile_transitions(StateIndex index);
  CompiledTransition compile_transition(StateIndex source, const Transition& transition);
  [[nodiscard]] std::vector<StateIndex> resolve(const std::vector<Name>& names);
  void link();

  // compile_content.cpp: guards and actions
  [[nodiscard]] Slice compile_actions(const std::vector<Action>& actions);
  [[nodiscard]] CompiledAction compile_action(const Action& action);
  [[nodiscard]] std::uint32_t compile_guard(const Guard& guard);
  [[nodiscard]] CompiledGuard compile_node(const Guard& guard);
  [[nodiscard]] std::uint32_t send_id(const std::string& id);

  // checks.cpp: what may not be declared so
  void check_size();
  void check_state(StateIndex index);
  void check_history(StateIndex index);
  void check_final(StateIndex index);
  void check_names(const std::vector<Action>& actions, Place place);
  void check_transition(const Transition& transition, Place place);
  void check_default(StateIndex index, const std::vector<StateIndex>& targets);
  void check_together(const std::vector<StateIndex>& targets, const std::vector<Name>& names);
  [[nodiscard]] StateIndex common_ancestor(StateIndex a, StateIndex b) const;
  void error(Place place, std::string_view code, Text text) {
    add(Severity::error, code, place, std::move(text));
  }
  void add(Severity severity, std::string_view code, Place place, Text text);

  // reachable.cpp
  void find_reachable();

  // circles.cpp
  void find_circles();

  const Document& document_;
  const Severity unreachable_;
  Chart chart_;
  std::vector<const State*> declared_;  // by index; of the chart itself null
  std::unordered_map<std::string_view, std::uint32_t> send_ids_;
  std::vector<Finding> findings_;
  bool too_large_ = false;
};

}  // namespace tiendo::chart
