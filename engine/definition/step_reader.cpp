#include "definition/step_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "definition/step_arguments.hpp"
#include "definition/unit_reader.hpp"
#include "definition/wording.hpp"

namespace tiendo::definition {
namespace {

using model::CampaignAction;
using model::TaskAction;

/// What is done without a task: to the campaign, and to the office.
constexpr std::array<std::string_view, 10> other_actions{
    "suspend", "resume",     "cancel",   "close",       "record_result",
    "amend",   "set_anchor", "set_unit", "merge_units", "file_report"};

/// A step that no procedure knows is a slip, unless it is expected to be refused.
void check_step(const StepArguments& arguments, const model::Kind& kind, Findings& findings) {
  const Node* named = arguments.find("step");
  if (named == nullptr || arguments.refused()) {
    return;
  }
  Names steps{{"step", {"bước", "step"}}};
  if (kind.procedure != nullptr) {
    for (const auto& name : kind.procedure->chart.events().names()) {
      if (!name.empty() && name != "done" && !name.starts_with("done.")) {
        steps.declare(name);
      }
    }
  }
  static_cast<void>(steps.refer(*named, findings));
}

model::TaskCommand task_command(TaskAction action, const model::TaskId& task,
                                const model::Kind& kind, StepArguments& a) {
  switch (action) {
    case TaskAction::announce:
      return model::AnnounceTask{task};
    case TaskAction::assign:
      return model::AssignTask{task, a.needed_parts("lead"), a.parts("coordinating")};
    case TaskAction::begin_plan:
      return model::BeginPlan{task};
    case TaskAction::submit_plan:
      return model::SubmitPlan{task, a.text("document")};
    case TaskAction::return_plan:
      return model::ReturnPlan{task, a.needed_text("reason")};
    case TaskAction::approve_plan:
      return model::ApprovePlan{task, a.text("document")};
    case TaskAction::start:
      return model::StartTask{task};
    case TaskAction::report_progress:
      return model::ReportProgress{task, static_cast<int>(a.needed_number("percent")),
                                   a.text("text")};
    case TaskAction::perform_step:
      check_step(a, kind, a.findings());
      return model::PerformStep{task, a.needed_text("step")};
    case TaskAction::report:
      return model::ReportTask{task, a.text("document"), a.text("text")};
    case TaskAction::return_report:
      return model::ReturnReport{task, a.needed_text("reason")};
    case TaskAction::accept:
      return model::AcceptTask{task, a.text("text")};
    case TaskAction::reopen:
      return model::ReopenTask{task, a.needed_text("reason")};
    case TaskAction::ask_extension:
      return model::AskExtension{task, a.needed_day("due"), a.needed_text("reason")};
    case TaskAction::grant_extension:
      return model::GrantExtension{task, a.day("due")};
    case TaskAction::refuse_extension:
      return model::RefuseExtension{task, a.needed_text("reason")};
    case TaskAction::fix_dates:
      return model::FixDates{task, a.day("start"), a.needed_day("due")};
    case TaskAction::suspend:
      return model::SuspendTask{task, a.needed_text("reason")};
    case TaskAction::resume:
      return model::ResumeTask{task};
    case TaskAction::cancel:
      return model::CancelTask{task, a.needed_text("reason")};
    case TaskAction::comment:
      return model::CommentTask{task, a.needed_text("text")};
    case TaskAction::attach:
      return model::AttachEvidence{
          task, {{a.needed_text("sha256"), a.needed_text("file"), {}, 0}}, a.text("text")};
  }
  return model::ResumeTask{task};
}

model::CampaignCommand campaign_command(std::string_view action, StepArguments& a) {
  if (action == "suspend") {
    return model::SuspendCampaign{a.needed_text("reason")};
  }
  if (action == "cancel") {
    return model::CancelCampaign{a.needed_text("reason")};
  }
  if (action == "close") {
    return model::CloseCampaign{a.text("document"), a.flag("cancel_open"), a.text("reason")};
  }
  if (action == "record_result") {
    return model::RecordResult{
        a.needed_target("target"), a.needed_number("value"), a.day("day"),
        a.text("document"),        a.flag("estimated"),      a.number("base")};
  }
  if (action == "file_report") {
    return model::FileReport{a.needed_text("document")};
  }
  if (action == "set_anchor") {
    return model::SetAnchor{a.needed_text("anchor"), a.needed_day("day"), a.text("document")};
  }
  return model::ResumeCampaign{};
}

/// Nothing, with errors, where the changes make no plan.
std::optional<model::AmendPlan> amend_plan(StepArguments& a) {
  model::AmendPlan amendment;
  amendment.document.number = a.needed_text("document");
  amendment.document.date = a.day("date");
  amendment.reason = a.needed_text("reason");
  for (const Node phases = a.map("phases"); const Entry& renamed : phases.map()) {
    amendment.states.emplace(renamed.key, renamed.value.text());
  }
  auto amended = a.plan().amend(a.needed_map("plan"), a.refused(), a.findings());
  if (!amended) {
    return std::nullopt;
  }
  amendment.plan = std::move(amended->plan);
  amendment.sources = std::move(amended->sources);
  return amendment;
}

/// The campaign of a treated task is filled in by whoever runs the scenario.
model::TreatedTask treated_task(const Node& node, StepArguments& a) {
  model::TreatedTask treated;
  if (const Node& task = *node.find("task"); a.plan().tasks.refer(task, a.findings())) {
    treated.task = model::TaskId{task.text()};
  }
  treated.treatment = model::named<model::Treatment>(node.find("treatment")->text()).value();
  if (const Node* reason = node.find("reason")) {
    treated.reason = reason->text();
  }
  return treated;
}

model::Merger merger(StepArguments& a) {
  model::Merger merger;
  for (const Node& unit : a.needed_list("from")) {
    if (a.plan().units.refer(unit, a.findings())) {
      merger.from.emplace_back(unit.text());
    }
  }
  merger.into = a.needed_unit("into");
  merger.day = a.needed_day("day");
  merger.document = a.text("document");
  merger.reason = a.text("reason");
  for (const Node& task : a.list("tasks")) {
    merger.tasks.push_back(treated_task(task, a));
  }
  return merger;
}

std::optional<model::OfficeCommands> office_commands(std::string_view action, StepArguments& a) {
  if (action == "merge_units") {
    return model::OfficeCommands{model::MergeUnits{merger(a)}};
  }
  if (action == "set_unit") {
    model::Unit unit;
    unit.id = model::UnitId{a.needed_text("unit")};
    unit.name = a.needed_text("name");
    unit.short_name = unit.name;
    unit.external = a.flag("external");
    unit.valid_from = a.day("start");
    return model::OfficeCommands{model::SetUnit{std::move(unit)}};
  }
  return std::nullopt;
}

void unknown_action(const Node& action, bool has_task, Findings& findings) {
  if (!has_task && model::named<TaskAction>(action.text())) {
    findings.error(action.mark(), "no_task",
                   {fmt::format("{} cần một nhiệm vụ: thêm \"task: …\"", in_quotes(action.text())),
                    fmt::format("{} needs a task: add \"task: …\"", in_quotes(action.text()))});
    return;
  }
  const std::span<const std::string_view> names =
      has_task ? model::names_of<TaskAction>() : std::span<const std::string_view>{other_actions};
  const Text meant = suggestion(action.text(), names);
  findings.error(action.mark(), "unknown_action",
                 {fmt::format("không có việc {}; {}", in_quotes(action.text()), meant.vi),
                  fmt::format("there is no action {}; {}", in_quotes(action.text()), meant.en)});
}

}  // namespace

std::optional<decltype(model::Command::body)> read_command(const Node& node, PlayedPlan& plan,
                                                           Findings& findings) {
  const Node& action = *node.find("do");
  const Node* task = node.find("task");
  StepArguments arguments{node, plan, findings};
  if (task == nullptr) {
    if (std::ranges::find(other_actions, action.text()) == other_actions.end()) {
      unknown_action(action, false, findings);
      return std::nullopt;
    }
    decltype(model::Command::body) body;
    if (auto commands = office_commands(action.text(), arguments)) {
      body = std::move(*commands);
    } else if (action.text() == "amend") {
      auto amendment = amend_plan(arguments);
      if (!amendment) {
        arguments.finish();
        return std::nullopt;
      }
      body = model::CampaignCommand{std::move(*amendment)};
    } else {
      body = campaign_command(action.text(), arguments);
    }
    arguments.finish();
    return body;
  }
  const auto known = plan.tasks.refer(*task, findings);
  const auto named = model::named<TaskAction>(action.text());
  if (!named) {
    unknown_action(action, true, findings);
  }
  if (!known || !named) {
    return std::nullopt;
  }
  const model::TaskId id{task->text()};
  auto command = task_command(*named, id, plan.kind_of(id), arguments);
  arguments.finish();
  return command;
}

}  // namespace tiendo::definition
