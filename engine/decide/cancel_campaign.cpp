#include "decide/campaign_commands.hpp"
#include "decide/refuse.hpp"

namespace tiendo::decide {

Refusal decide_campaign(const model::CancelCampaign& command, Draft& draft) {
  if (auto refusal = require(command.reason, {"lý do hủy", "the reason for cancelling it"})) {
    return refusal;
  }
  draft.tell_all(model::Subject::campaign_cancelled, command.reason);
  draft.record(model::CampaignCancelled{command.reason});
  return std::nullopt;
}

}  // namespace tiendo::decide
