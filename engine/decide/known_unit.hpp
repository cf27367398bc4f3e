#pragma once

#include "model/plan.hpp"
#include "model/state.hpp"

namespace tiendo::decide {

/// The unit as the office has it, which mergers and changes have kept up to date; as the plan has
/// it where the office does not know it; null where nobody does.
[[nodiscard]] const model::Unit* known_unit(const model::Office& office, const model::Plan& plan,
                                            const model::UnitId& id);

}  // namespace tiendo::decide
