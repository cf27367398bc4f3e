// One entry a command of the core: its arguments, and how they become the command.
#include <fmt/format.h>

#include <functional>
#include <memory>

#include "outcome.hpp"
#include "runtime/office_import.hpp"
#include "task_commands.hpp"

namespace tiendo::cli {
namespace {

using model::TaskCommand;

/// The arguments that an action may take.
struct Arguments {
  FolderOptions folder;
  std::string campaign;
  std::string id;
  std::string number;  // of a document
  std::string reason;
  std::string text;
  std::string step;
  std::string due;
  std::string start;
  int percent = 0;
  std::vector<std::string> leads;
  std::vector<std::string> coordinating;

  [[nodiscard]] model::TaskId task() const { return model::TaskId{id}; }
};

Result<Day> day_of(const std::string& text) {
  if (const auto day = runtime::day_in_words(text)) {
    return *day;
  }
  return Error{{fmt::format("“{}” không phải là một ngày: hãy ghi như 2025-04-20", text),
                fmt::format("'{}' is not a day: write it like 2025-04-20", text)},
               {}};
}

Result<std::optional<Day>> day_or_none(const std::string& text) {
  if (text.empty()) {
    return std::optional<Day>{};
  }
  const auto day = day_of(text);
  if (day.has_error()) {
    return day.error();
  }
  return std::optional{*day};
}

/// `UNIT`, or `UNIT=what it does`.
std::vector<model::Part> parts_of(const std::vector<std::string>& words) {
  std::vector<model::Part> parts;
  for (const auto& word : words) {
    const auto equals = word.find('=');
    parts.push_back({model::UnitId{word.substr(0, equals)},
                     equals == std::string::npos ? std::string{} : word.substr(equals + 1)});
  }
  return parts;
}

// What the arguments of an action are, by name.
void number(CLI::App& command, Arguments& a) {
  command.add_option("NUMBER", a.number, "the number of the document");
}
void reason(CLI::App& command, Arguments& a) {
  command.add_option("--reason", a.reason, "why")->required();
}
void text(CLI::App& command, Arguments& a) {
  command.add_option("--text", a.text, "in words");
}

struct Action {
  const char* name;
  const char* help;
  std::function<void(CLI::App&, Arguments&)> options;
  std::function<Result<TaskCommand>(const Arguments&)> make;
};

/// Of an action without arguments.
template <class Body>
Action plain(const char* name, const char* help) {
  return {name, help, [](CLI::App&, Arguments&) {},
          [](const Arguments& a) -> Result<TaskCommand> { return TaskCommand{Body{a.task()}}; }};
}

template <class Body>
Action reasoned(const char* name, const char* help) {
  return {name, help, reason, [](const Arguments& a) -> Result<TaskCommand> {
            return TaskCommand{Body{a.task(), a.reason}};
          }};
}

Action assign() {
  return {"assign", "set its units, in place of those it has",
          [](CLI::App& command, Arguments& a) {
            command.add_option("--lead", a.leads, "lead unit: UNIT or UNIT=what it does")
                ->type_name("UNIT")
                ->required();
            command
                .add_option("--coordinating", a.coordinating,
                            "coordinating unit: UNIT or UNIT=what it does")
                ->type_name("UNIT");
          },
          [](const Arguments& a) -> Result<TaskCommand> {
            return TaskCommand{
                model::AssignTask{a.task(), parts_of(a.leads), parts_of(a.coordinating)}};
          }};
}

Action progress() {
  return {"progress", "report how far it is",
          [](CLI::App& command, Arguments& a) {
            command.add_option("PERCENT", a.percent, "0 to 100")->required();
            text(command, a);
          },
          [](const Arguments& a) -> Result<TaskCommand> {
            return TaskCommand{model::ReportProgress{a.task(), a.percent, a.text}};
          }};
}

Action step() {
  return {"step", "perform a step of its procedure",
          [](CLI::App& command, Arguments& a) {
            command.add_option("STEP", a.step, "as `task show` names it")->required();
          },
          [](const Arguments& a) -> Result<TaskCommand> {
            return TaskCommand{model::PerformStep{a.task(), a.step}};
          }};
}

Action report() {
  return {"report", "report it complete",
          [](CLI::App& command, Arguments& a) {
            number(command, a);
            text(command, a);
          },
          [](const Arguments& a) -> Result<TaskCommand> {
            return TaskCommand{model::ReportTask{a.task(), a.number, a.text}};
          }};
}

Action accept() {
  return {"accept", "accept the work", text, [](const Arguments& a) -> Result<TaskCommand> {
            return TaskCommand{model::AcceptTask{a.task(), a.text}};
          }};
}

Action comment() {
  return {"comment", "write something down beside it",
          [](CLI::App& command, Arguments& a) {
            command.add_option("TEXT", a.text, "what")->required();
          },
          [](const Arguments& a) -> Result<TaskCommand> {
            return TaskCommand{model::CommentTask{a.task(), a.text}};
          }};
}

Action ask_extension() {
  return {"ask-extension", "ask for a later due date",
          [](CLI::App& command, Arguments& a) {
            command.add_option("DUE", a.due, "the day asked for")->required();
            reason(command, a);
          },
          [](const Arguments& a) -> Result<TaskCommand> {
            const auto due = day_of(a.due);
            if (due.has_error()) {
              return due.error();
            }
            return TaskCommand{model::AskExtension{a.task(), *due, a.reason}};
          }};
}

Action grant_extension() {
  return {"grant-extension", "grant a later due date",
          [](CLI::App& command, Arguments& a) {
            command.add_option("DUE", a.due, "the day; without it the one that was asked for");
          },
          [](const Arguments& a) -> Result<TaskCommand> {
            const auto due = day_or_none(a.due);
            if (due.has_error()) {
              return due.error();
            }
            return TaskCommand{model::GrantExtension{a.task(), *due}};
          }};
}

Action fix_dates() {
  return {"fix-dates", "make its dates firm",
          [](CLI::App& command, Arguments& a) {
            command.add_option("DUE", a.due, "its due date")->required();
            command.add_option("--start", a.start, "its first day")->type_name("DAY");
          },
          [](const Arguments& a) -> Result<TaskCommand> {
            const auto due = day_of(a.due);
            const auto start = day_or_none(a.start);
            if (due.has_error() || start.has_error()) {
              return due.has_error() ? due.error() : start.error();
            }
            return TaskCommand{model::FixDates{a.task(), *start, *due}};
          }};
}

/// Of an action that names a document.
template <class Body>
Action documented(const char* name, const char* help) {
  return {name, help, number, [](const Arguments& a) -> Result<TaskCommand> {
            return TaskCommand{Body{a.task(), a.number}};
          }};
}

std::vector<Action> actions() {
  return {plain<model::AnnounceTask>("announce", "tell its units that it is theirs"),
          assign(),
          plain<model::BeginPlan>("begin-plan", "begin its detailed plan"),
          documented<model::SubmitPlan>("submit-plan", "submit its detailed plan"),
          reasoned<model::ReturnPlan>("return-plan", "send the detailed plan back"),
          documented<model::ApprovePlan>("approve-plan", "approve the detailed plan"),
          plain<model::StartTask>("start", "start the work before its window opens"),
          progress(),
          step(),
          report(),
          reasoned<model::ReturnReport>("return", "send the report back: the work goes on"),
          accept(),
          reasoned<model::ReopenTask>("reopen", "take an acceptance back"),
          ask_extension(),
          grant_extension(),
          reasoned<model::RefuseExtension>("refuse-extension", "refuse a later due date"),
          fix_dates(),
          reasoned<model::SuspendTask>("suspend", "let it rest"),
          plain<model::ResumeTask>("resume", "let it go on"),
          reasoned<model::CancelTask>("cancel", "call it off"),
          comment()};
}

void give(const CLI::App& command, const Action& action, const Arguments& arguments,
          Context& context) {
  auto body = action.make(arguments);
  if (body.has_error()) {
    complain(context, {Exit::bad_input, "bad_argument", body.error().message});
    return;
  }
  const auto office =
      OfficeWriter::open(arguments.folder, OfficeWriter::Missing::is_an_error, context);
  const auto* campaign =
      office == nullptr ? nullptr : find_campaign(office->state(), arguments.campaign, context);
  if (campaign == nullptr) {
    return;
  }
  carry_out(*office, {{campaign->id, std::move(*body), fingerprint_of(command), {}}}, context,
            {{"campaign", campaign->id.str()}, {"task", arguments.id}});
}

}  // namespace

void add_task_actions(CLI::App& task, Context& context) {
  for (auto& action : actions()) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = task.add_subcommand(action.name, action.help);
    command->add_option("ID", arguments->id, "the task")->required();
    command->add_option("--campaign", arguments->campaign, "the campaign, where there are several")
        ->type_name("ID");
    action.options(*command, *arguments);
    add_writing_options(*command, arguments->folder);
    command->callback([command, arguments, action = std::move(action), &context] {
      give(*command, action, *arguments, context);
    });
  }
}

}  // namespace tiendo::cli
