#pragma once

#include <map>
#include <string>
#include <string_view>

#include "definition/file.hpp"
#include "definition/finding.hpp"
#include "definition/node.hpp"
#include "model/plan.hpp"

namespace tiendo::definition {

/// Reads a kind file (tiendo/kind/1). Its procedure has to come to a final state from wherever it
/// stands. `file` is what it is called in findings.
[[nodiscard]] Checked<model::Kind> read_kind(std::string_view text, const std::string& file);

/// Finds the kinds that a plan names: kinds/ID.yaml beside the plan, else those compiled in. Each
/// is read once; what is wrong with it is told once.
class Kinds {
 public:
  explicit Kinds(const Companions& companions) : companions_(companions) {}

  /// The kind called `name`, which stands at `at`; an error says that there is none.
  [[nodiscard]] const model::Kind* refer(std::string_view name, Mark at, Findings& findings);

  /// Those that were referred to.
  [[nodiscard]] std::map<model::KindId, model::Kind> take() { return std::move(kinds_); }

 private:
  const Companions& companions_;
  std::map<model::KindId, model::Kind> kinds_;
  std::map<std::string, bool, std::less<>> broken_;  // named and not to be had
};

}  // namespace tiendo::definition
