#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "chart/document.hpp"

namespace tiendo::chart {

/// Appendix D of SCXML 1.0, written down as it stands there, over sets of pointers into the
/// document: slow, simple, and without anything in common with the interpreter that it checks.
/// Guards of the domain hold when `open` has their index; actions of the domain are noted. Delayed
/// sends are not part of it.
class ReferenceInterpreter {
 public:
  explicit ReferenceInterpreter(const Document& document);

  /// False when more than `microsteps_max` were taken.
  bool start(int microsteps_max);
  bool take(const std::string& event, int microsteps_max);

  [[nodiscard]] std::set<std::string> configuration() const;
  [[nodiscard]] std::map<std::string, std::set<std::string>> history() const;

  std::set<std::uint32_t> open;
  std::vector<std::uint32_t> performed;
  std::vector<std::string> exited;   // by the last call
  std::vector<std::string> entered;  // by the last call
  bool done = false;

 private:
  using Node = const State*;
  using Nodes = std::vector<Node>;  // used as the ordered sets and lists of the appendix
  using Arc = const Transition*;
  using Arcs = std::vector<Arc>;

  bool run(int microsteps_max);
  void microstep(const Arcs& enabled);
  [[nodiscard]] Arcs select(const std::string* event) const;
  [[nodiscard]] Arcs remove_conflicting(const Arcs& enabled) const;
  [[nodiscard]] Nodes exit_set(const Arcs& arcs) const;
  void exit_states(const Arcs& enabled);
  void enter_states(const Arcs& enabled);
  void enter(Node state, const Nodes& for_default);
  void add_descendants(Node state, Nodes& entry, Nodes& for_default);
  void add_ancestors(Node state, Node ancestor, Nodes& entry, Nodes& for_default);
  void add_regions(Node parallel, Nodes& entry, Nodes& for_default);
  void execute(const std::vector<Action>& actions);

  [[nodiscard]] Node domain(Arc arc) const;
  [[nodiscard]] Nodes effective_targets(const std::vector<Name>& targets) const;
  [[nodiscard]] bool holds(const Guard& guard) const;
  [[nodiscard]] bool in_final_state(Node state) const;
  [[nodiscard]] bool is_active(Node state) const;
  [[nodiscard]] Nodes proper_ancestors(Node state, Node until) const;
  [[nodiscard]] bool is_descendant(Node state, Node ancestor) const;
  [[nodiscard]] std::vector<Name> initial_of(Node state) const;
  [[nodiscard]] Nodes sorted(Nodes states) const;
  void index(const State& state, Node parent);

  State root_;
  std::map<Node, Node> parent_;
  std::map<Node, std::size_t> order_;
  std::map<std::string, Node> by_id_;
  std::map<Arc, Node> source_;
  Nodes configuration_;
  std::map<Node, Nodes> history_value_;
  std::map<Node, Node> default_history_;  // by parent
  std::deque<std::string> internal_;
  std::deque<std::string> external_;
};

}  // namespace tiendo::chart
