#pragma once

#include <vector>

#include "definition/phases_reader.hpp"
#include "definition/title_words.hpp"

namespace tiendo::definition {

/// The words that a plan adds to a statechart, for phases_reader.cpp. `plan` holds its tasks.
class PhaseWords : public CampaignWords {
 public:
  PhaseWords(const PhasesContext& context, const model::Plan& plan)
      : context_(context), plan_(plan) {}

  std::optional<chart::Guard> guard(const Entry& entry, Findings& findings) override;
  std::optional<chart::Guard> transition_guard(const Entry& entry, Findings& findings) override;
  std::optional<chart::Action> action(const Entry& entry, Findings& findings) override;

  [[nodiscard]] std::span<const std::string_view> guards() const override;
  [[nodiscard]] std::span<const std::string_view> transition_guards() const override;
  [[nodiscard]] std::span<const std::string_view> actions() const override;

  /// What the External guards and actions of the chart stand for.
  [[nodiscard]] std::vector<model::Condition> take_conditions() { return std::move(conditions_); }
  [[nodiscard]] std::vector<model::StartTasks> take_starts() { return std::move(starts_); }
  /// Where each start stands.
  [[nodiscard]] std::vector<Mark> take_start_marks() { return std::move(start_marks_); }

 private:
  [[nodiscard]] std::vector<model::TaskId> read_tasks(const Node& node, Findings& findings) const;
  [[nodiscard]] std::vector<model::TaskId> read_started(const Node& node, Findings& findings) const;
  [[nodiscard]] std::optional<model::Condition> read_reached(const Node& node,
                                                             Findings& findings) const;
  [[nodiscard]] std::optional<model::Condition> read_at(const Node& node, Findings& findings) const;
  [[nodiscard]] chart::Guard keep(std::optional<model::Condition> condition);

  const PhasesContext& context_;
  const model::Plan& plan_;
  std::vector<model::Condition> conditions_;
  std::vector<model::StartTasks> starts_;
  std::vector<Mark> start_marks_;  // of `starts_`
};

}  // namespace tiendo::definition
