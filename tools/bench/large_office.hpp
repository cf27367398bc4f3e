#pragma once

#include <memory>

#include "model/command.hpp"
#include "model/plan.hpp"

namespace tiendo::bench {

/// A plan for 2025 of so many tasks, made in code: all led by one unit, begun with the year and due
/// on 20 April, without phases. `plan_owed`: each owes a detailed plan; else each is ready at once.
[[nodiscard]] std::shared_ptr<const model::Plan> made_plan(const char* id, int tasks,
                                                           bool plan_owed);

/// People who may do all that is done in the benchmarks.
[[nodiscard]] model::UserId owner();
[[nodiscard]] model::UserId clerk();
[[nodiscard]] model::UserId leader();
/// The commands that make them known, once the unit of a plan is.
[[nodiscard]] std::vector<model::Command> hiring();

}  // namespace tiendo::bench
