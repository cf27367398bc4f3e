#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "model/notice.hpp"
#include "model/plan.hpp"
#include "model/rung.hpp"

namespace tiendo::runtime {

/// What a rung or a notice says to an office of its task: "Còn 3 ngày làm việc đến hạn 20/04/2025".
[[nodiscard]] Text what_of(const model::ScheduledRung& rung, const model::PlannedTask& task,
                           std::optional<Day> due = {});
[[nodiscard]] Text what_of(model::Subject subject);

/// The same, a colon and the title of the task; of the plan, where no task is named.
[[nodiscard]] Text words_for(const model::ScheduledRung& rung, const model::PlannedTask& task,
                             std::optional<Day> due = {});
[[nodiscard]] Text words_for(const model::Notice& notice, const model::Plan& plan);

/// As much of the reason that a notice gives as is read at a glance; the page of the task has all.
[[nodiscard]] std::string glance(std::string_view reason);

}  // namespace tiendo::runtime
