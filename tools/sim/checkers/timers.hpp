#pragma once

#include "sim/checkers/checker.hpp"

namespace tiendo::sim {

/// Once the clock has run, nothing that has fallen due is missing: by rules of its own for the
/// window, the due date, reminders and escalations, and by the schedule worked out anew for all
/// else. After a failure the engine still wakes in time. At the end the clock has nothing left to
/// do.
class TimersChecker final : public Checker {
 public:
  std::string_view name() const override { return "timers"; }
  Wrong after_step(const Sight& sight) override;
  Wrong at_the_end(const Sight& sight) override;
};

}  // namespace tiendo::sim
