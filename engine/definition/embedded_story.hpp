#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "definition/played_plan.hpp"
#include "definition/scenario.hpp"
#include "model/command.hpp"
#include "model/plan.hpp"

namespace tiendo::definition {

/// A campaign that comes with the program, those who act in it, and how both stand in files.
struct Story {
  std::shared_ptr<const model::Plan> plan;
  std::vector<model::Source> sources;
  Scenario scenario;
  std::string scenario_text;
};

/// How workflows/PLAN.yaml, compiled into the program, is written; without a text where it is not
/// there.
[[nodiscard]] WrittenPlan embedded_plan(std::string_view plan);

/// workflows/PLAN.yaml played by workflows/scenarios/SCENARIO.yaml, from what is compiled into the
/// program. Ends the process where one of them is not there or not in order: tests see to that.
[[nodiscard]] Story embedded_story(std::string_view plan, std::string_view scenario);

}  // namespace tiendo::definition
