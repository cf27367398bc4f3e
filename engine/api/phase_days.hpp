#pragma once

#include <optional>
#include <vector>

#include "base/time.hpp"
#include "model/plan.hpp"

namespace tiendo::api {

/// By state of the chart: the earliest day on which an `at` lets the phase begin. None where no day
/// says so: the first phase, and one that waits for what is accepted or reached.
[[nodiscard]] std::vector<std::optional<Day>> first_days_of_phases(const model::Procedure& phases);

}  // namespace tiendo::api
