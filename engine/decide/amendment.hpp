#pragma once

#include <variant>

#include "decide/decision.hpp"
#include "decide/draft.hpp"
#include "model/command.hpp"

namespace tiendo::decide {

/// What the campaign is to become by the command, as a fact.
///
/// A task of the plan before that the new one leaves out is kept as dropped. A task whose window or
/// units the new plan writes otherwise has them from now on; one that both write alike keeps what
/// happened to it meanwhile: extensions, dates that were fixed, units that were assigned.
///
/// Rejects  bad_argument    it is another plan; the document or the reason is missing; it renames a
///                          phase that there is not, or to one that the new plan does not have
///          task_finished   it leaves out what was reported or accepted
///          task_dropped    it takes up what an earlier amendment left out
///          state_vanished  a phase or a step in which something stands has no place in it
[[nodiscard]] std::variant<model::PlanAmended, Rejection> amendment(
    const model::Campaign& campaign, const model::AmendPlan& command);

/// What follows from it: the draft stands over the campaign as `amended` makes it, `before` is as
/// it was. Where the phases stand, tasks that are new and those that are dropped.
void follow(const model::PlanAmended& amended, const model::Campaign& before,
            const model::AmendPlan& command, Draft& draft);

}  // namespace tiendo::decide
