#pragma once

#include <optional>

#include "decide/decision.hpp"
#include "decide/draft.hpp"
#include "model/command.hpp"

namespace tiendo::decide {

/// One overload a command, each in the file of its name. When it is called, the task exists, the
/// actor may give the command, and the law allows it in the state of the task. Records what happens
/// in `draft`, or says why not.
using Refusal = std::optional<Rejection>;

Refusal decide_task(const model::AnnounceTask& command, model::TaskIndex task, Draft& draft);
Refusal decide_task(const model::AssignTask& command, model::TaskIndex task, Draft& draft);
Refusal decide_task(const model::BeginPlan& command, model::TaskIndex task, Draft& draft);
Refusal decide_task(const model::SubmitPlan& command, model::TaskIndex task, Draft& draft);
Refusal decide_task(const model::ReturnPlan& command, model::TaskIndex task, Draft& draft);
Refusal decide_task(const model::ApprovePlan& command, model::TaskIndex task, Draft& draft);
Refusal decide_task(const model::StartTask& command, model::TaskIndex task, Draft& draft);
Refusal decide_task(const model::ReportProgress& command, model::TaskIndex task, Draft& draft);
Refusal decide_task(const model::PerformStep& command, model::TaskIndex task, Draft& draft);
Refusal decide_task(const model::ReportTask& command, model::TaskIndex task, Draft& draft);
Refusal decide_task(const model::ReturnReport& command, model::TaskIndex task, Draft& draft);
Refusal decide_task(const model::AcceptTask& command, model::TaskIndex task, Draft& draft);
Refusal decide_task(const model::ReopenTask& command, model::TaskIndex task, Draft& draft);
Refusal decide_task(const model::AskExtension& command, model::TaskIndex task, Draft& draft);
Refusal decide_task(const model::GrantExtension& command, model::TaskIndex task, Draft& draft);
Refusal decide_task(const model::RefuseExtension& command, model::TaskIndex task, Draft& draft);
Refusal decide_task(const model::FixDates& command, model::TaskIndex task, Draft& draft);
Refusal decide_task(const model::SuspendTask& command, model::TaskIndex task, Draft& draft);
Refusal decide_task(const model::ResumeTask& command, model::TaskIndex task, Draft& draft);
Refusal decide_task(const model::CancelTask& command, model::TaskIndex task, Draft& draft);
Refusal decide_task(const model::CommentTask& command, model::TaskIndex task, Draft& draft);
Refusal decide_task(const model::AttachEvidence& command, model::TaskIndex task, Draft& draft);

}  // namespace tiendo::decide
