#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "definition/finding.hpp"
#include "definition/node.hpp"
#include "definition/played_plan.hpp"
#include "model/part.hpp"

namespace tiendo::definition {

/// The arguments of one step of a scenario. Each is asked for by what the action takes; `finish`
/// then tells which stand there in vain. What is missing is an error, unless the step is expected
/// to be refused.
class StepArguments {
 public:
  StepArguments(const Node& node, PlayedPlan& plan, Findings& findings)
      : node_(node), plan_(plan), findings_(findings) {}

  std::string text(std::string_view key);
  std::string needed_text(std::string_view key);
  std::optional<Day> day(std::string_view key);
  Day needed_day(std::string_view key);
  std::optional<double> number(std::string_view key);
  double needed_number(std::string_view key);
  bool flag(std::string_view key);
  std::vector<model::Part> parts(std::string_view key);
  std::vector<model::Part> needed_parts(std::string_view key);
  model::TargetId needed_target(std::string_view key);
  model::UnitId needed_unit(std::string_view key);
  /// The map of `key`, at the place of the step and without entries where it is missing.
  Node map(std::string_view key);
  Node needed_map(std::string_view key);
  /// The list of `key`, without its meaning; empty where it is missing.
  const Node::List& list(std::string_view key);
  const Node::List& needed_list(std::string_view key);

  [[nodiscard]] bool refused() const { return node_.find("refused") != nullptr; }
  [[nodiscard]] PlayedPlan& plan() { return plan_; }
  [[nodiscard]] Findings& findings() { return findings_; }
  [[nodiscard]] const Node* find(std::string_view key) const { return node_.find(key); }

  void finish();

 private:
  const Node* take(std::string_view key);
  bool needed(std::string_view key);
  [[nodiscard]] std::string action() const;

  const Node& node_;
  PlayedPlan& plan_;
  Findings& findings_;
  std::vector<std::string_view> taken_;
};

}  // namespace tiendo::definition
