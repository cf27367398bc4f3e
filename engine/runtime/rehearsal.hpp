#pragma once

#include <functional>
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

/// The command of a scenario as it is given in `campaign`; one to the office stays one, and the
/// tasks that a merger treats are those of the campaign.
[[nodiscard]] model::Command in_campaign(model::Command command, const model::CampaignId& campaign);

/// Runs `plan` from its issue to `until` in `simulation`, and lets the people of `scenario` act in
/// it; of an empty one nobody does. Fails where the plan cannot be issued, a person not be added,
/// or the phases or a procedure never rest. `go_on` is asked again and again: where it says no,
/// the rest is not run, and that is an error too (null: it takes what it takes).
[[nodiscard]] Result<Outcome> rehearse(Simulation& simulation,
                                       std::shared_ptr<const model::Plan> plan,
                                       std::vector<model::Source> sources,
                                       const definition::Scenario& scenario, Timestamp until,
                                       const std::function<bool()>& go_on = nullptr);

}  // namespace tiendo::runtime
