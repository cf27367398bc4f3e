#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "command.hpp"
#include "definition/scenario.hpp"
#include "model/command.hpp"
#include "model/plan.hpp"

namespace tiendo::cli {

/// A plan, and the files that it was made of.
struct PlanFiles {
  std::shared_ptr<const model::Plan> plan;
  std::vector<model::Source> sources;
};

enum class Warnings : std::uint8_t { are_left_out, are_shown };

/// The plan in the file at `path`. Where it has errors they are printed, `context.exit` is set, and
/// there is nothing.
[[nodiscard]] std::optional<PlanFiles> read_plan_or_complain(
    const std::string& path, Context& context, Warnings warnings = Warnings::are_left_out);

/// The same of a scenario that plays on the plan.
[[nodiscard]] std::optional<definition::Scenario> read_scenario_or_complain(const std::string& path,
                                                                            const PlanFiles& played,
                                                                            Context& context);

}  // namespace tiendo::cli
