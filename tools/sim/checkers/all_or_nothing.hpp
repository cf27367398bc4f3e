#pragma once

#include "sim/checkers/checker.hpp"

namespace tiendo::sim {

/// What failed left nothing in the journal.
class AllOrNothingChecker final : public Checker {
 public:
  std::string_view name() const override { return "all-or-nothing"; }
  Wrong after_recovery(const Sight& sight) override;
  Wrong after_step(const Sight& sight) override;

 private:
  port::Journal::Position last_ = 0;
};

}  // namespace tiendo::sim
