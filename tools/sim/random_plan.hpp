#pragma once

#include <memory>

#include "model/plan.hpp"
#include "sim/dice.hpp"

namespace tiendo::sim {

/// A small plan made by the dice: one to twelve tasks with and without windows, dates that are
/// tentative, tasks that come after others, detailed plans owed, kinds with procedures, phases that
/// announce tasks by day, by event and by result. Its period begins about `first` and lasts some
/// weeks: enough for every rung, and a journal that is short.
[[nodiscard]] std::shared_ptr<const model::Plan> random_plan(Dice& dice, Day first);

/// A task of the plan at `index`, which comes after none or one of those before; its window is
/// about the first `days` of the period.
[[nodiscard]] model::PlannedTask random_task(Dice& dice, const model::Plan& plan,
                                             model::TaskIndex index, int days);

/// The units of every plan: the office, two that work, a partner outside, one that has ended.
[[nodiscard]] model::Organisation organisation();

}  // namespace tiendo::sim
