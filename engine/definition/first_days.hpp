#pragma once

#include <optional>
#include <vector>

#include "base/time.hpp"
#include "model/plan.hpp"

namespace tiendo::definition {

/// Of each `start` of the phases the day before which no run can come to it, as the `at` guards on
/// the way say; nothing where none of them bars the way, or where no way leads there.
[[nodiscard]] std::vector<std::optional<Day>> first_days(const model::Procedure& phases);

}  // namespace tiendo::definition
