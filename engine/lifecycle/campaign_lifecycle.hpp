#pragma once

#include <optional>

#include "model/lifecycle.hpp"

namespace tiendo::lifecycle {

/// The state of a campaign after `action`: the same one where the action leaves it, nothing where
/// the law refuses. `before_suspension` is read in `suspended` only; resuming into a state that
/// cannot be suspended is refused. Pure; any thread.
[[nodiscard]] std::optional<model::CampaignState> next(model::CampaignState state,
                                                       model::CampaignAction action,
                                                       model::CampaignState before_suspension);

}  // namespace tiendo::lifecycle
