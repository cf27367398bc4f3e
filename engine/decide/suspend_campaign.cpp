#include "decide/campaign_commands.hpp"
#include "decide/refuse.hpp"

namespace tiendo::decide {

void suspend(Draft& draft, const std::string& reason) {
  draft.tell_all(model::Subject::campaign_suspended, reason, draft.campaign().suspensions + 1);
  draft.record(model::CampaignSuspended{reason});
}

Refusal decide_campaign(const model::SuspendCampaign& command, Draft& draft) {
  if (auto refusal = require(command.reason, {"lý do tạm dừng", "the reason for suspending it"})) {
    return refusal;
  }
  suspend(draft, command.reason);
  return std::nullopt;
}

}  // namespace tiendo::decide
