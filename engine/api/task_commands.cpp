#include "api/task_commands.hpp"

#include "api/task_json.hpp"

namespace tiendo::api {
namespace {

std::vector<model::Evidence> files_of(const Body& body) {
  std::vector<model::Evidence> files;
  for (const auto& node : body.find("files")->list()) {
    const Body file{node};
    files.push_back({file.text("hash"), file.text("name"), file.text("media_type"),
                     static_cast<std::uint64_t>(file.find("size")->integer())});
  }
  return files;
}

}  // namespace

std::optional<model::TaskAction> task_action(std::string_view command) {
  for (std::size_t i = 0; i < model::names_of<model::TaskAction>().size(); ++i) {
    const auto action = static_cast<model::TaskAction>(i);
    if (command_of(action) == command) {
      return action;
    }
  }
  return std::nullopt;
}

std::string_view schema_of(model::TaskAction action) {
  using model::TaskAction;
  switch (action) {
    case TaskAction::assign:
      return "Assignment";
    case TaskAction::submit_plan:
    case TaskAction::approve_plan:
      return "PlanDocument";
    case TaskAction::report_progress:
      return "Progress";
    case TaskAction::perform_step:
      return "Step";
    case TaskAction::report:
      return "Report";
    case TaskAction::accept:
      return "Remark";
    case TaskAction::comment:
      return "Comment";
    case TaskAction::ask_extension:
      return "ExtensionRequest";
    case TaskAction::grant_extension:
      return "ExtensionGrant";
    case TaskAction::fix_dates:
      return "Dates";
    case TaskAction::attach:
      return "Attachment";
    case TaskAction::return_plan:
    case TaskAction::return_report:
    case TaskAction::reopen:
    case TaskAction::refuse_extension:
    case TaskAction::suspend:
    case TaskAction::cancel:
      return "Reason";
    case TaskAction::announce:
    case TaskAction::begin_plan:
    case TaskAction::start:
    case TaskAction::resume:
      return "Nothing";
  }
  return "Nothing";
}

model::TaskCommand task_command(model::TaskAction action, const model::TaskId& task,
                                const Body& body) {
  using model::TaskAction;
  switch (action) {
    case TaskAction::announce:
      return model::AnnounceTask{task};
    case TaskAction::assign:
      return model::AssignTask{task, body.parts("lead"), body.parts("coordinating")};
    case TaskAction::begin_plan:
      return model::BeginPlan{task};
    case TaskAction::submit_plan:
      return model::SubmitPlan{task, body.text("document")};
    case TaskAction::return_plan:
      return model::ReturnPlan{task, body.text("reason")};
    case TaskAction::approve_plan:
      return model::ApprovePlan{task, body.text("document")};
    case TaskAction::start:
      return model::StartTask{task};
    case TaskAction::report_progress:
      return model::ReportProgress{task, static_cast<int>(body.number("percent")),
                                   body.text("text")};
    case TaskAction::perform_step:
      return model::PerformStep{task, body.text("step")};
    case TaskAction::report:
      return model::ReportTask{task, body.text("document"), body.text("text")};
    case TaskAction::return_report:
      return model::ReturnReport{task, body.text("reason")};
    case TaskAction::accept:
      return model::AcceptTask{task, body.text("text")};
    case TaskAction::reopen:
      return model::ReopenTask{task, body.text("reason")};
    case TaskAction::ask_extension:
      return model::AskExtension{task, body.needed_day("due"), body.text("reason")};
    case TaskAction::grant_extension:
      return model::GrantExtension{task, body.day("due")};
    case TaskAction::refuse_extension:
      return model::RefuseExtension{task, body.text("reason")};
    case TaskAction::fix_dates:
      return model::FixDates{task, body.day("start"), body.needed_day("due")};
    case TaskAction::suspend:
      return model::SuspendTask{task, body.text("reason")};
    case TaskAction::resume:
      return model::ResumeTask{task};
    case TaskAction::cancel:
      return model::CancelTask{task, body.text("reason")};
    case TaskAction::comment:
      return model::CommentTask{task, body.text("text")};
    case TaskAction::attach:
      return model::AttachEvidence{task, files_of(body), body.text("text")};
  }
  return model::ResumeTask{task};
}

}  // namespace tiendo::api
