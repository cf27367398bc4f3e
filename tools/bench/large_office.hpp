#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/command.hpp"
#include "model/plan.hpp"

namespace tiendo::bench {

/// A plan for 2025 of so many tasks, made in code: all led by one unit, begun with the year and due
/// on 20 April, without phases.
struct MadePlan {
  bool plan_owed = false;  // a detailed plan; else each task is ready at once
  bool reminded = true;    // the default ladder; else nobody is told of a date
};
[[nodiscard]] std::shared_ptr<const model::Plan> made_plan(const std::string& id, int tasks,
                                                           MadePlan how);

/// People who may do all that is done in the benchmarks.
[[nodiscard]] model::UserId owner();
[[nodiscard]] model::UserId clerk();
[[nodiscard]] model::UserId leader();
/// The commands that make them known, once the unit of a plan is.
[[nodiscard]] std::vector<model::Command> hiring();

}  // namespace tiendo::bench
