#pragma once

#include <optional>
#include <vector>

#include "base/time.hpp"
#include "model/state.hpp"

namespace tiendo::runtime {

/// A deadline or a reminder that would happen at another time: of a task, what it was to be, or had
/// been, and what it is to be; one of the two where it comes or goes.
struct Move {
  model::CampaignId campaign;
  model::TaskId task;
  model::Rung rung;
  std::optional<Timestamp> before;
  std::optional<Timestamp> after;
};

/// What a change moves, by what is left of every task's ladder in the two states: an amendment, a
/// holiday, other office hours. By campaign and task, as the plan after has them.
[[nodiscard]] std::vector<Move> moves(const model::State& before, const model::State& after);

}  // namespace tiendo::runtime
