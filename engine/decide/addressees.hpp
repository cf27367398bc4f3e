#pragma once

#include <optional>
#include <vector>

#include "model/notice.hpp"
#include "model/state.hpp"

namespace tiendo::decide {

/// Whom a notice on the task concerns: its lead units, of what concerns everybody also the
/// coordinating ones, of an escalation the heads or the leaders. Partners outside the office are
/// never told; where no unit leads, the office is. Empty where the plan reminds nobody of the task.
[[nodiscard]] std::vector<model::Addressee> addressees(const model::Campaign& campaign,
                                                       model::TaskIndex task,
                                                       model::Subject subject,
                                                       const std::optional<model::Rung>& rung);

}  // namespace tiendo::decide
