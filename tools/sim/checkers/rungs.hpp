#pragma once

#include <set>
#include <tuple>

#include "sim/checkers/checker.hpp"

namespace tiendo::sim {

/// A rung of the ladder of a task is reached once under one version of its due date, under the
/// version that counts, not before its instant, and not before its task was announced.
class RungsChecker final : public Checker {
 public:
  std::string_view name() const override { return "rungs"; }
  void begin() override;
  Wrong read(port::Journal::Position position, const model::Event& event,
             const model::State& before) override;

 private:
  using TaskKey = std::pair<model::CampaignId, model::TaskId>;
  using RungKey =
      std::tuple<model::CampaignId, model::TaskId, std::uint32_t, model::RungKind, std::int32_t>;

  std::set<TaskKey> announced_;
  std::set<RungKey> reached_;
};

}  // namespace tiendo::sim
