#include "definition/step_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "definition/unit_reader.hpp"
#include "definition/wording.hpp"

namespace tiendo::definition {
namespace {

using model::CampaignAction;
using model::TaskAction;

/// What every step has; the rest are arguments of its action.
constexpr std::array<std::string_view, 6> common_keys{"at", "as",   "on_behalf_of",
                                                      "do", "task", "refused"};

constexpr std::array<std::string_view, 5> campaign_actions{"suspend", "resume", "cancel", "close",
                                                           "record_result"};

/// The arguments of one step. Each is asked for by what the action takes; `finish` then tells which
/// stand there in vain.
class Arguments {
 public:
  Arguments(const Node& node, const StepContext& context, Findings& findings)
      : node_(node), context_(context), findings_(findings) {}

  std::string text(std::string_view key) {
    const Node* value = take(key);
    return value == nullptr ? std::string{} : value->text();
  }
  std::string needed_text(std::string_view key) { return needed(key) ? text(key) : std::string{}; }

  std::optional<Day> day(std::string_view key) {
    const Node* value = take(key);
    return value == nullptr ? std::nullopt : read_day(*value, findings_);
  }
  Day needed_day(std::string_view key) { return needed(key) ? day(key).value_or(Day{}) : Day{}; }

  std::vector<model::Part> parts(std::string_view key) {
    return read_parts(take(key), context_.units, findings_);
  }
  std::vector<model::Part> needed_parts(std::string_view key) {
    return needed(key) ? parts(key) : std::vector<model::Part>{};
  }

  double needed_number(std::string_view key) { return needed(key) ? take(key)->number() : 0; }

  model::TargetId needed_target(std::string_view key) {
    const bool known = needed(key) && context_.targets.refer(*take(key), findings_);
    return known ? model::TargetId{take(key)->text()} : model::TargetId{};
  }

  [[nodiscard]] bool refused() const { return node_.find("refused") != nullptr; }
  [[nodiscard]] Findings& findings() { return findings_; }
  [[nodiscard]] const Node* find(std::string_view key) const { return node_.find(key); }

  void finish() {
    for (const Entry& entry : node_.map()) {
      const bool used = std::ranges::find(common_keys, entry.key) != common_keys.end() ||
                        std::ranges::find(taken_, entry.key) != taken_.end();
      if (!used) {
        findings_.error(entry.key_mark, "unused_argument",
                        {fmt::format("{} không dùng \"{}\": bỏ đi", action(), entry.key),
                         fmt::format("{} takes no \"{}\": take it out", action(), entry.key)});
      }
    }
  }

 private:
  const Node* take(std::string_view key) {
    taken_.push_back(key);
    return node_.find(key);
  }

  bool needed(std::string_view key) {
    if (node_.find(key) != nullptr) {
      return true;
    }
    if (!refused()) {
      findings_.error(node_.mark(), "missing_argument",
                      {fmt::format("{} cần \"{}\": thêm \"{}: …\"", action(), key, key),
                       fmt::format("{} needs \"{}\": add \"{}: …\"", action(), key, key)});
    }
    return false;
  }

  [[nodiscard]] std::string action() const { return in_quotes(node_.find("do")->text()); }

  const Node& node_;
  const StepContext& context_;
  Findings& findings_;
  std::vector<std::string_view> taken_;
};

/// A step that no procedure knows is a slip, unless it is expected to be refused.
void check_step(const Arguments& arguments, const model::Kind& kind, Findings& findings) {
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
                                const model::Kind& kind, Arguments& a) {
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

model::CampaignCommand campaign_command(std::string_view action, Arguments& a) {
  if (action == "suspend") {
    return model::SuspendCampaign{a.needed_text("reason")};
  }
  if (action == "cancel") {
    return model::CancelCampaign{a.needed_text("reason")};
  }
  if (action == "close") {
    return model::CloseCampaign{};
  }
  if (action == "record_result") {
    return model::RecordResult{a.needed_target("target"), a.needed_number("value")};
  }
  return model::ResumeCampaign{};
}

void unknown_action(const Node& action, bool has_task, Findings& findings) {
  if (!has_task && model::named<TaskAction>(action.text())) {
    findings.error(action.mark(), "no_task",
                   {fmt::format("{} cần một nhiệm vụ: thêm \"task: …\"", in_quotes(action.text())),
                    fmt::format("{} needs a task: add \"task: …\"", in_quotes(action.text()))});
    return;
  }
  const std::span<const std::string_view> names =
      has_task ? model::names_of<TaskAction>()
               : std::span<const std::string_view>{campaign_actions};
  const Text meant = suggestion(action.text(), names);
  findings.error(action.mark(), "unknown_action",
                 {fmt::format("không có việc {}; {}", in_quotes(action.text()), meant.vi),
                  fmt::format("there is no action {}; {}", in_quotes(action.text()), meant.en)});
}

}  // namespace

StepContext::StepContext(const model::Plan& played)
    : plan(played),
      units(names_of(played.organisation.units)),
      tasks({"task", {"nhiệm vụ", "task"}}),
      targets({"target", {"chỉ tiêu", "target"}}) {
  for (const auto& task : played.tasks) {
    tasks.declare(task.id.str());
  }
  for (const auto& target : played.targets) {
    targets.declare(target.id.str());
  }
}

std::optional<decltype(model::Command::body)> read_command(const Node& node,
                                                           const StepContext& context,
                                                           Findings& findings) {
  const Node& action = *node.find("do");
  const Node* task = node.find("task");
  Arguments arguments{node, context, findings};
  if (task == nullptr) {
    if (std::ranges::find(campaign_actions, action.text()) == campaign_actions.end()) {
      unknown_action(action, false, findings);
      return std::nullopt;
    }
    auto command = campaign_command(action.text(), arguments);
    arguments.finish();
    return command;
  }
  const auto place = context.tasks.refer(*task, findings);
  const auto named = model::named<TaskAction>(action.text());
  if (!named) {
    unknown_action(action, true, findings);
  }
  if (!place || !named) {
    return std::nullopt;
  }
  const auto& planned = context.plan.tasks[*place];
  auto command = task_command(*named, planned.id, context.plan.kinds.at(planned.kind), arguments);
  arguments.finish();
  return command;
}

}  // namespace tiendo::definition
