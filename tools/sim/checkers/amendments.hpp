#pragma once

#include "sim/checkers/checker.hpp"

namespace tiendo::sim {

/// An amendment leaves out no task but as dropped, and changes none that is finished.
class AmendmentsChecker final : public Checker {
 public:
  [[nodiscard]] std::string_view name() const override { return "amendments"; }
  Wrong read(port::Journal::Position position, const model::Event& event,
             const model::State& before) override;
};

}  // namespace tiendo::sim
