#pragma once

#include <optional>

#include "chart/snapshot.hpp"
#include "decide/decision.hpp"
#include "model/command.hpp"
#include "model/state.hpp"

namespace tiendo::decide {

/// Where the phases of the campaign stand, in the ids that they have in the amended plan.
[[nodiscard]] chart::Snapshot phases_in(const model::Campaign& campaign,
                                        const model::AmendPlan& command);

/// Why the amendment renames phases that are none: of an old id the plan of now, of a new one the
/// amended plan has to know.
[[nodiscard]] std::optional<Rejection> why_not_renamed(const model::Campaign& campaign,
                                                       const model::AmendPlan& command);

/// Why the campaign cannot go on in the phases of the amended plan: one in which it stands has no
/// place there.
[[nodiscard]] std::optional<Rejection> why_not_phases(const model::Campaign& campaign,
                                                      const model::AmendPlan& command);

}  // namespace tiendo::decide
