#include "sim/task_words.hpp"

#include <fmt/format.h>

namespace tiendo::sim {
namespace {

using model::TaskAction;

model::AssignTask assignment(Dice& dice, const model::TaskId& task, const std::string& mark) {
  const char* const units[] = {"nghiep-vu", "trung-tam", "van-phong", "to-cu", "khong-co"};
  model::AssignTask command{task, {}, {}};
  if (!dice.one_in(5)) {
    command.leads.push_back({model::UnitId{units[dice.below(dice.one_in(4) ? 5 : 3)]}, mark});
  }
  if (dice.one_in(2)) {
    command.coordinating.push_back({model::UnitId{"doi-tac"}, mark});
  }
  return command;
}

model::Evidence file(Dice& dice, const std::string& mark) {
  const auto content = dice.below(1'000);  // few enough that some come twice
  const auto hash = fmt::format("{:064x}", content);
  return {dice.one_in(10) ? "abc" : hash, mark + ".pdf", "application/pdf", dice.below(100'000)};
}

model::TaskCommand about_dates(Dice& dice, TaskAction action, const model::TaskId& task, Day today,
                               const std::string& mark) {
  const Day some = plus_days(today, dice.between(-5, 40));
  switch (action) {
    case TaskAction::ask_extension:
      return model::AskExtension{task, some, mark};
    case TaskAction::grant_extension:
      return model::GrantExtension{task, dice.one_in(3) ? std::optional{some} : std::nullopt};
    case TaskAction::refuse_extension:
      return model::RefuseExtension{task, mark};
    default:
      return model::FixDates{task, dice.one_in(2) ? std::optional{some} : std::nullopt,
                             plus_days(some, dice.between(-2, 20))};
  }
}

}  // namespace

model::TaskCommand task_command(Dice& dice, TaskAction action, const model::TaskId& task, Day today,
                                const std::string& mark) {
  const char* const steps[] = {"go", "end", "tick", "x"};
  switch (action) {
    case TaskAction::announce:
      return model::AnnounceTask{task};
    case TaskAction::assign:
      return assignment(dice, task, mark);
    case TaskAction::begin_plan:
      return model::BeginPlan{task};
    case TaskAction::submit_plan:
      return model::SubmitPlan{task, mark};
    case TaskAction::return_plan:
      return model::ReturnPlan{task, mark};
    case TaskAction::approve_plan:
      return model::ApprovePlan{task, mark};
    case TaskAction::start:
      return model::StartTask{task};
    case TaskAction::report_progress:
      return model::ReportProgress{task, dice.between(0, 105), mark};
    case TaskAction::perform_step:
      return model::PerformStep{task, steps[dice.below(dice.one_in(5) ? 4 : 2)]};
    case TaskAction::report:
      return model::ReportTask{task, "", mark};
    case TaskAction::return_report:
      return model::ReturnReport{task, mark};
    case TaskAction::accept:
      return model::AcceptTask{task, mark};
    case TaskAction::reopen:
      return model::ReopenTask{task, mark};
    case TaskAction::ask_extension:
    case TaskAction::grant_extension:
    case TaskAction::refuse_extension:
    case TaskAction::fix_dates:
      return about_dates(dice, action, task, today, mark);
    case TaskAction::suspend:
      return model::SuspendTask{task, mark};
    case TaskAction::resume:
      return model::ResumeTask{task};
    case TaskAction::cancel:
      return model::CancelTask{task, mark};
    case TaskAction::attach:
      return model::AttachEvidence{task, {file(dice, mark)}, mark};
    case TaskAction::comment:
      break;
  }
  return model::CommentTask{task, mark};
}

}  // namespace tiendo::sim
