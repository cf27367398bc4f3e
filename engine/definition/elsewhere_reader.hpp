#pragma once

#include <vector>

#include "definition/finding.hpp"
#include "definition/node.hpp"
#include "model/plan.hpp"

namespace tiendo::definition {

/// Adds the task of another campaign that `node`, a map of `campaign` and `task`, names to `all`.
/// Errors: ids that are none, a task of the plan `own` itself, one that stands in `all` already.
/// Whether there is such a campaign is asked where the plan is issued.
void add_elsewhere(const Node& node, const model::PlanId& own,
                   std::vector<model::TaskElsewhere>& all, Findings& findings);

}  // namespace tiendo::definition
