#include "decide/campaign_commands.hpp"
#include "decide/refuse.hpp"

namespace tiendo::decide {

Refusal decide_campaign(const model::SuspendCampaign& command, Draft& draft) {
  if (auto refusal = require(command.reason, {"lý do tạm dừng", "the reason for suspending it"})) {
    return refusal;
  }
  draft.record(model::CampaignSuspended{command.reason});
  return std::nullopt;
}

}  // namespace tiendo::decide
