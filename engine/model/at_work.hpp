#pragma once

#include "model/lifecycle.hpp"

namespace tiendo::model {

/// Whether its clock runs and its tasks take commands: signed, and neither at rest nor over.
[[nodiscard]] bool is_at_work(CampaignState state);

/// Whether its units still have something to do for it: announced, and not yet reported.
[[nodiscard]] bool is_owed(TaskState state);

/// Whether nothing more is to come of it: accepted or cancelled.
[[nodiscard]] bool is_over(TaskState state);

}  // namespace tiendo::model
