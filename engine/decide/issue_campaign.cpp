#include "decide/campaign_commands.hpp"
#include "model/task_event.hpp"

namespace tiendo::decide {

/// The draft stands over the campaign as `CampaignIssued` makes it (see decide.cpp).
Refusal decide_campaign(const model::IssueCampaign&, Draft& draft) {
  draft.start_phases();
  return std::nullopt;
}

}  // namespace tiendo::decide
