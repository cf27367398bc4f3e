#pragma once

#include <optional>

#include "decide/decision.hpp"
#include "model/state.hpp"

namespace tiendo::decide {

/// Why the campaign cannot run under the plan beside the others: a task would wait, by way of
/// another campaign, for itself, or the campaign would carry out what it ordered.
[[nodiscard]] std::optional<Rejection> why_circular(const model::CampaignId& id,
                                                    const model::Plan& plan,
                                                    const model::Campaigns& others);

}  // namespace tiendo::decide
