#pragma once

#include "sim/checkers/checker.hpp"

namespace tiendo::sim {

/// After a crash the rows of every stream still hash to the head that is kept beside them, their
/// versions have no gaps, and no stream has a head without rows.
class ChainChecker final : public Checker {
 public:
  std::string_view name() const override { return "chain"; }
  Wrong after_recovery(const Sight& sight) override;
  Wrong at_the_end(const Sight& sight) override { return after_recovery(sight); }
};

}  // namespace tiendo::sim
