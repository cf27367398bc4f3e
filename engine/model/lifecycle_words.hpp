#pragma once

#include "base/text.hpp"
#include "model/lifecycle.hpp"
#include "model/person.hpp"

namespace tiendo::model {

/// How messages and screens say it. A state follows its subject ("nhiệm vụ đang thực hiện", "the
/// task is in progress"; a campaign is "kế hoạch" in Vietnamese); an action is a verb with its
/// object ("phân công đơn vị", "assign its units").
[[nodiscard]] Text words(TaskState state);
[[nodiscard]] Text words(TaskAction action);
[[nodiscard]] Text words(CampaignState state);
[[nodiscard]] Text words(CampaignAction action);
[[nodiscard]] Text words(OfficeAction action);
[[nodiscard]] Text words(Role role);

}  // namespace tiendo::model
