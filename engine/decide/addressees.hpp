#pragma once

#include <optional>
#include <span>
#include <vector>

#include "model/notice.hpp"
#include "model/part.hpp"
#include "model/plan.hpp"
#include "model/state.hpp"

namespace tiendo::decide {

/// The units that have a part in a task.
struct Units {
  std::span<const model::Part> leads;
  std::span<const model::Part> coordinating;
};

/// Whom a notice on the task concerns: its lead units, of what concerns everybody also the
/// coordinating ones, of an escalation the heads or the leaders. Partners outside the office are
/// never told; where no unit leads, the office is.
[[nodiscard]] std::vector<model::Addressee> addressees(const model::Office& office,
                                                       const model::Plan& plan, const Units& units,
                                                       model::Subject subject,
                                                       const std::optional<model::Rung>& rung);

/// Whom a notice on the campaign as a whole concerns: the units of its tasks that are announced and
/// neither accepted nor cancelled, each once, and the leaders.
[[nodiscard]] std::vector<model::Addressee> addressees(const model::Office& office,
                                                       const model::Campaign& campaign,
                                                       model::Subject subject);

}  // namespace tiendo::decide
