#pragma once

#include "calendar/working_days.hpp"
#include "chart/interpreter.hpp"
#include "decide/draft.hpp"

namespace tiendo::decide {

/// What the charts of one decision run on. It holds only buffers, so that decisions share it.
[[nodiscard]] chart::Interpreter& interpreter();

/// What the phases of a campaign ask: conditions over the draft, and tasks to announce.
class PhaseHost final : public chart::Host {
 public:
  explicit PhaseHost(Draft& draft) : draft_{draft} {}
  bool holds(std::uint32_t guard) override;
  void perform(std::uint32_t action) override;
  Timestamp due(const chart::Delay& delay, Timestamp from) override;

 private:
  Draft& draft_;
};

/// What the procedure of a task asks.
class ProcedureHost final : public chart::Host {
 public:
  ProcedureHost(const Draft& draft, const model::Procedure& procedure)
      : draft_{draft}, procedure_{procedure} {}
  bool holds(std::uint32_t guard) override;
  void perform(std::uint32_t action) override;
  Timestamp due(const chart::Delay& delay, Timestamp from) override;

 private:
  const Draft& draft_;
  const model::Procedure& procedure_;
};

}  // namespace tiendo::decide
