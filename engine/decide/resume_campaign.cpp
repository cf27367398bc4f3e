#include "decide/campaign_commands.hpp"

namespace tiendo::decide {

Refusal decide_campaign(const model::ResumeCampaign&, Draft& draft) {
  draft.record(model::CampaignResumed{});
  draft.tell_all(model::Subject::campaign_resumed, {}, draft.campaign().suspensions);
  return std::nullopt;
}

}  // namespace tiendo::decide
