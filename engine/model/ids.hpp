#pragma once

#include "base/id.hpp"

namespace tiendo::model {

using CampaignId = Id<struct CampaignTag>;
using KindId = Id<struct KindTag>;
using PlanId = Id<struct PlanTag>;
using TargetId = Id<struct TargetTag>;
using TaskId = Id<struct TaskTag>;
using UnitId = Id<struct UnitTag>;
using UserId = Id<struct UserTag>;

}  // namespace tiendo::model
