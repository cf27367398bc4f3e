#pragma once

#include <string>
#include <string_view>

#include "definition/finding.hpp"
#include "definition/played_plan.hpp"
#include "definition/scenario.hpp"
#include "model/plan.hpp"

namespace tiendo::definition {

/// Reads a scenario file (tiendo/scenario/1) against the plan that it plays on: people, tasks,
/// targets, units, phases and steps of procedures that it names exist, what people do is in the
/// order of time and carries what it needs (unless it is expected to be refused). `file` is what it
/// is called in findings. An amendment writes what changes in the text of the plan: `written`;
/// where there is none it is an error.
[[nodiscard]] Checked<Scenario> read_scenario(std::string_view text, const std::string& file,
                                              const model::Plan& plan,
                                              const WrittenPlan& written = {});

}  // namespace tiendo::definition
