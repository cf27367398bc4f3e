#pragma once

#include "base/time.hpp"
#include "decide/decision.hpp"
#include "model/command.hpp"
#include "model/state.hpp"

namespace tiendo::decide {

/// Decides `command` at `now`. Pure: same arguments, same answer; nothing is written.
///
/// In this order it is asked: is the actor known, is there such a campaign and task, may the actor,
/// does the law allow it in this state, are the arguments right; then the charts move until they
/// rest, and what they did is part of the decision.
///
/// Rejects  unknown_person, unknown_campaign, unknown_task, campaign_exists
///          not_permitted         the actor may not give the command
///          document_missing      on behalf of another, without the document that shows it
///          wrong_state           the lifecycle refuses it in this state
///          bad_argument          the reason names it and says what would be right
///          waits_for             a task that comes before is not accepted yet
///          parts_open            a part of the task is not accepted yet
///          step_not_possible, procedure_not_finished, no_extension_asked, tasks_open
///          never_rests           the charts of the plan move in a circle
[[nodiscard]] Decision decide(const model::State& state, const model::Command& command,
                              Timestamp now);

}  // namespace tiendo::decide
