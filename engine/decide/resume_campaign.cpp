#include "decide/campaign_commands.hpp"

namespace tiendo::decide {

Refusal decide_campaign(const model::ResumeCampaign&, Draft& draft) {
  draft.record(model::CampaignResumed{});
  return std::nullopt;
}

}  // namespace tiendo::decide
