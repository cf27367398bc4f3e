#pragma once

#include "base/text.hpp"
#include "lifecycle/task_lifecycle.hpp"

namespace tiendo::lifecycle {

/// For an action that next() refuses: what stands against it, the states in which it is possible,
/// and the actions that lead there from here. Worked out of the law itself.
[[nodiscard]] Text why_not(model::TaskState state, model::TaskAction action,
                           const TaskFacts& facts);
[[nodiscard]] Text why_not(model::CampaignState state, model::CampaignAction action,
                           model::CampaignState before_suspension);

}  // namespace tiendo::lifecycle
