#pragma once

#include <memory>
#include <set>

#include "sim/checkers/checker.hpp"

namespace tiendo::sim {

/// The journal, replayed, gives the state that the engine works with.
class SameStateChecker final : public Checker {
 public:
  std::string_view name() const override { return "same-state"; }
  Wrong after_recovery(const Sight& sight) override;
  Wrong after_step(const Sight& sight) override;

 private:
  // Plans do not change: each that an engine holds is compared once.
  std::set<std::shared_ptr<const model::Plan>> compared_;
};

/// Where two states first differ, in words; nothing when they are equal.
[[nodiscard]] Wrong first_difference(const model::State& live, const model::State& replayed);

}  // namespace tiendo::sim
