#pragma once

#include "sim/checkers/checker.hpp"

namespace tiendo::sim {

/// The instants of the journal never decrease, and positions have no gaps.
class ClockChecker final : public Checker {
 public:
  std::string_view name() const override { return "clock"; }
  void begin() override;
  Wrong read(port::Journal::Position position, const model::Event& event,
             const model::State& before) override;

 private:
  Timestamp latest_ = Timestamp::min();
  port::Journal::Position last_ = 0;
};

}  // namespace tiendo::sim
