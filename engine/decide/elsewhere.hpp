#pragma once

#include <optional>

#include "model/state.hpp"

namespace tiendo::decide {

/// What a campaign rests on beside itself.
struct Surroundings {
  // Converting: whoever has the state has them.
  Surroundings(const model::State& state) : office{state.office}, campaigns{state.campaigns} {}
  Surroundings(const model::Office& of, const model::Campaigns& all) : office{of}, campaigns{all} {}

  const model::Office& office;
  const model::Campaigns& campaigns;
};

/// The first task of another campaign that has to be accepted before `planned` starts and is not,
/// if there is one. What was cancelled is waited for no more; a campaign that has not been issued
/// is waited for.
[[nodiscard]] const model::TaskElsewhere* waits_elsewhere(const model::PlannedTask& planned,
                                                          const model::Campaigns& campaigns);

/// When the last of them was accepted, where none is waited for.
[[nodiscard]] Timestamp freed_elsewhere(const model::PlannedTask& planned,
                                        const model::Campaigns& campaigns);

}  // namespace tiendo::decide
