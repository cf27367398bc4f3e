// One entry a command of the core: its arguments, and the body of a request that they become.
#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <functional>
#include <memory>

#include "outcome.hpp"
#include "runtime/office_import.hpp"
#include "task_commands.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

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
};

/// A day of an argument as programs write it.
Result<std::string> day_of(const std::string& text) {
  if (const auto day = runtime::day_in_words(text)) {
    return to_string(*day);
  }
  return Error{{fmt::format("“{}” không phải là một ngày: hãy ghi như 2025-04-20", text),
                fmt::format("'{}' is not a day: write it like 2025-04-20", text)},
               {}};
}

/// `due`, and `start` where it is given, as a body says them beside `more`.
Result<json::object> days_of(const Arguments& a, json::object more) {
  for (const auto& [key, text] : {std::pair{"start", a.start}, std::pair{"due", a.due}}) {
    if (!text.empty()) {
      const auto day = day_of(text);
      if (day.has_error()) {
        return day.error();
      }
      more[key] = *day;
    }
  }
  return more;
}

/// `UNIT`, or `UNIT=what it does`.
json::array parts_of(const std::vector<std::string>& words) {
  json::array parts;
  for (const auto& word : words) {
    const auto equals = word.find('=');
    parts.push_back(
        json::object{{"unit", word.substr(0, equals)},
                     {"scope", equals == std::string::npos ? "" : word.substr(equals + 1)}});
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
  std::function<Result<json::object>(const Arguments&)> body;
};

/// Of an action without arguments.
Action plain(const char* name, const char* help) {
  return {name, help, [](CLI::App&, Arguments&) {},
          [](const Arguments&) -> Result<json::object> { return json::object{}; }};
}

Action reasoned(const char* name, const char* help) {
  return {name, help, reason, [](const Arguments& a) -> Result<json::object> {
            return json::object{{"reason", a.reason}};
          }};
}

/// Of an action that names a document.
Action documented(const char* name, const char* help) {
  return {name, help, number, [](const Arguments& a) -> Result<json::object> {
            return json::object{{"document", a.number}};
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
          [](const Arguments& a) -> Result<json::object> {
            return json::object{{"lead", parts_of(a.leads)},
                                {"coordinating", parts_of(a.coordinating)}};
          }};
}

Action progress() {
  return {"progress", "report how far it is",
          [](CLI::App& command, Arguments& a) {
            command.add_option("PERCENT", a.percent, "0 to 100")->required();
            text(command, a);
          },
          [](const Arguments& a) -> Result<json::object> {
            return json::object{{"percent", a.percent}, {"text", a.text}};
          }};
}

Action step() {
  return {"step", "perform a step of its procedure",
          [](CLI::App& command, Arguments& a) {
            command.add_option("STEP", a.step, "as `task show` names it")->required();
          },
          [](const Arguments& a) -> Result<json::object> {
            return json::object{{"step", a.step}};
          }};
}

Action report() {
  return {"report", "report it complete",
          [](CLI::App& command, Arguments& a) {
            number(command, a);
            text(command, a);
          },
          [](const Arguments& a) -> Result<json::object> {
            return json::object{{"document", a.number}, {"text", a.text}};
          }};
}

Action accept() {
  return {"accept", "accept the work", text, [](const Arguments& a) -> Result<json::object> {
            return json::object{{"text", a.text}};
          }};
}

Action comment() {
  return {"comment", "write something down beside it",
          [](CLI::App& command, Arguments& a) {
            command.add_option("TEXT", a.text, "what")->required();
          },
          [](const Arguments& a) -> Result<json::object> {
            return json::object{{"text", a.text}};
          }};
}

Action ask_extension() {
  return {"ask-extension", "ask for a later due date",
          [](CLI::App& command, Arguments& a) {
            command.add_option("DUE", a.due, "the day asked for")->required();
            reason(command, a);
          },
          [](const Arguments& a) {
            return days_of(a, {{"reason", a.reason}});
          }};
}

Action grant_extension() {
  return {"grant-extension", "grant a later due date",
          [](CLI::App& command, Arguments& a) {
            command.add_option("DUE", a.due, "the day; without it the one that was asked for");
          },
          [](const Arguments& a) { return days_of(a, {}); }};
}

Action fix_dates() {
  return {"fix-dates", "make its dates firm",
          [](CLI::App& command, Arguments& a) {
            command.add_option("DUE", a.due, "its due date")->required();
            command.add_option("--start", a.start, "its first day")->type_name("DAY");
          },
          [](const Arguments& a) { return days_of(a, {}); }};
}

std::vector<Action> actions() {
  return {plain("announce", "tell its units that it is theirs"),
          assign(),
          plain("begin-plan", "begin its detailed plan"),
          documented("submit-plan", "submit its detailed plan"),
          reasoned("return-plan", "send the detailed plan back"),
          documented("approve-plan", "approve the detailed plan"),
          plain("start", "start the work before its window opens"),
          progress(),
          step(),
          report(),
          reasoned("return", "send the report back: the work goes on"),
          accept(),
          reasoned("reopen", "take an acceptance back"),
          ask_extension(),
          grant_extension(),
          reasoned("refuse-extension", "refuse a later due date"),
          fix_dates(),
          reasoned("suspend", "let it rest"),
          plain("resume", "let it go on"),
          reasoned("cancel", "call it off"),
          comment()};
}

void give(const Action& action, const Arguments& arguments, Context& context) {
  const auto body = action.body(arguments);
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
  carry_out(
      *office,
      {.path = api_path({"campaigns", campaign->id.str(), "tasks", arguments.id, action.name}),
       .body = json::serialize(*body)},
      context);
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
    command->callback(
        [arguments, action = std::move(action), &context] { give(action, *arguments, context); });
  }
}

}  // namespace tiendo::cli
