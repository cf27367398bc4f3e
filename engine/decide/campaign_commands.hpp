#pragma once

#include "decide/task_commands.hpp"

namespace tiendo::decide {

/// As for tasks: the actor may give the command, and the law allows it in the state of the
/// campaign.
Refusal decide_campaign(const model::IssueCampaign& command, Draft& draft);
Refusal decide_campaign(const model::SuspendCampaign& command, Draft& draft);
Refusal decide_campaign(const model::ResumeCampaign& command, Draft& draft);
Refusal decide_campaign(const model::CancelCampaign& command, Draft& draft);
Refusal decide_campaign(const model::CloseCampaign& command, Draft& draft);
Refusal decide_campaign(const model::RecordResult& command, Draft& draft);
Refusal decide_campaign(const model::FileReport& command, Draft& draft);
Refusal decide_campaign(const model::SetAnchor& command, Draft& draft);

/// The campaign is suspended, and all whom it concerns are told.
void suspend(Draft& draft, const std::string& reason);

}  // namespace tiendo::decide
