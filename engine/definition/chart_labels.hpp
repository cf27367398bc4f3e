#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "model/plan.hpp"

namespace tiendo::definition {

/// Says the guards, events and actions of a declared chart in words, as drawings and comparisons
/// need them. What it is made from must outlive it.
class ChartLabels {
 public:
  /// By titles: long ones are cut, of many tasks the first are named.
  ChartLabels(const model::Procedure& procedure, const std::map<std::string, std::string>& titles,
              const model::Plan& plan, Language language)
      : procedure_{procedure}, titles_{&titles}, plan_{&plan}, language_{language} {}

  /// By ids, in full.
  ChartLabels(const model::Procedure& procedure, Language language)
      : procedure_{procedure}, language_{language} {}

  /// The title of the state, or its id.
  [[nodiscard]] const std::string& state(chart::StateIndex state) const;

  /// `event [guard] / action; action`, each part only where there is one.
  [[nodiscard]] std::string transition(const chart::CompiledTransition& transition) const;

  /// One for each action, and for each task that is announced.
  [[nodiscard]] std::vector<std::string> actions(chart::Slice actions) const;

 private:
  [[nodiscard]] std::string event(std::string_view name) const;
  [[nodiscard]] std::string events(const chart::CompiledTransition& transition) const;
  [[nodiscard]] std::string guard(const chart::CompiledGuard& guard) const;
  [[nodiscard]] std::string guards(chart::Slice parts, const Text& between) const;
  [[nodiscard]] std::string condition(const model::Condition& condition) const;
  [[nodiscard]] std::string action(const chart::CompiledAction& action) const;
  [[nodiscard]] std::string title(const model::TaskId& task) const;
  /// One for each, and one for all times of a task that comes again.
  [[nodiscard]] std::vector<std::string> titles_of(const std::vector<model::TaskId>& ids) const;
  [[nodiscard]] std::string title_of_series(model::TaskIndex first) const;
  /// How many times the series has that begins with this task; none where it begins elsewhere, or
  /// has more than `most`.
  [[nodiscard]] std::size_t series_at(model::TaskIndex first, std::size_t most) const;
  [[nodiscard]] std::string tasks(const std::vector<model::TaskId>& ids) const;
  [[nodiscard]] std::string reached(const model::Reached& reached) const;
  [[nodiscard]] const std::string& say(const Text& text) const { return text.in(language_); }

  const model::Procedure& procedure_;
  const std::map<std::string, std::string>* titles_ = nullptr;
  const model::Plan* plan_ = nullptr;
  Language language_;
};

}  // namespace tiendo::definition
