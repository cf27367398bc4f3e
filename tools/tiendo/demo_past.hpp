#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "definition/scenario.hpp"
#include "model/event.hpp"
#include "model/ids.hpp"
#include "model/plan.hpp"

namespace tiendo::cli {

/// A campaign, those who act in it, and how it stands in files.
struct DemoStory {
  std::shared_ptr<const model::Plan> plan;
  std::vector<model::Source> sources;
  definition::Scenario scenario;
  std::string scenario_text;
};

/// What happened until `begin`, from the issue of the plan on: decided by the engine, in memory.
/// Messages count as sent. An error where a step of the scenario is refused.
[[nodiscard]] Result<std::vector<model::Event>> demo_past(const DemoStory& story, Timestamp begin,
                                                          const model::UserId& owner);

}  // namespace tiendo::cli
