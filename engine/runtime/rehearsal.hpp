#pragma once

#include <memory>
#include <vector>

#include "definition/scenario.hpp"
#include "runtime/chronicle.hpp"
#include "runtime/simulation.hpp"

namespace tiendo::runtime {

/// What came of a simulated campaign.
struct Outcome {
  std::vector<Entry> entries;
  std::vector<Text> failures;  // steps and expectations of the scenario that went otherwise
};

/// Runs `plan` from its issue to `until` in `simulation`, and lets the people of `scenario` act in
/// it; of an empty one nobody does. Fails where the plan cannot be issued, a person not be added,
/// or the phases or a procedure never rest.
[[nodiscard]] Result<Outcome> rehearse(Simulation& simulation,
                                       std::shared_ptr<const model::Plan> plan,
                                       std::vector<model::Source> sources,
                                       const definition::Scenario& scenario, Timestamp until);

}  // namespace tiendo::runtime
