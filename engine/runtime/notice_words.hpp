#pragma once

#include "base/text.hpp"
#include "model/notice.hpp"
#include "model/plan.hpp"
#include "model/rung.hpp"

namespace tiendo::runtime {

/// One sentence that says to an office what a rung or a notice is about.
[[nodiscard]] Text words_for(const model::ScheduledRung& rung, const model::PlannedTask& task,
                             std::optional<Day> due = {});
[[nodiscard]] Text words_for(model::Subject subject, const model::PlannedTask& task);

}  // namespace tiendo::runtime
