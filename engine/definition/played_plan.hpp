#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "definition/file.hpp"
#include "definition/finding.hpp"
#include "definition/names.hpp"
#include "definition/node.hpp"
#include "model/command.hpp"
#include "model/plan.hpp"

namespace tiendo::definition {

/// How a plan is written: its text, and what it names. Without a text there are only those.
struct WrittenPlan {
  std::string_view text;
  Companions companions = no_companions();
};

/// What an amendment makes of a plan, and the files that say so: the plan comes first.
struct AmendedPlan {
  std::shared_ptr<const model::Plan> plan;
  std::vector<model::Source> sources;
};

/// The plan that a scenario plays on, as the steps read so far have amended it, and what they may
/// name: also what an amendment left out, for its history.
class PlayedPlan {
 public:
  Names units;
  Names tasks;
  Names targets;
  Names phases;

  /// `first` and `written` outlive this.
  PlayedPlan(const model::Plan& first, const WrittenPlan& written);

  [[nodiscard]] const model::Plan& first() const noexcept { return first_; }
  [[nodiscard]] const model::Plan& now() const noexcept {
    return amended_.empty() ? first_ : *amended_.back();
  }
  /// The kind of a task of `tasks`, as it was written last.
  [[nodiscard]] const model::Kind& kind_of(const model::TaskId& task) const;

  /// The plan that `changes` make of the one of now, which goes on under it unless that
  /// `is_refused`. Nothing, and errors, where it is none: an error in what they leave as it was
  /// comes of them and stands where they do.
  [[nodiscard]] std::optional<AmendedPlan> amend(const Node& changes, bool is_refused,
                                                 Findings& findings);

 private:
  void declare(const model::Plan& plan);

  const model::Plan& first_;
  const WrittenPlan& written_;
  std::optional<Node> root_;  // of the text of `now`, once somebody amends it
  std::vector<std::shared_ptr<const model::Plan>> amended_;
};

}  // namespace tiendo::definition
