#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <iostream>
#include <map>
#include <memory>

#include "complain.hpp"
#include "definition/holidays.hpp"
#include "definition/wording.hpp"
#include "plan_commands.hpp"
#include "read_plan.hpp"
#include "runtime/rehearsal.hpp"
#include "table.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

struct SimulateOptions {
  std::string file;
  std::string from;
  std::string until;
  std::string scenario;
  std::string task;
  std::string unit;
  std::string type;
};

json::value text_or_null(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

json::object to_json(const runtime::Entry& entry, const Context& context) {
  return {{"at", to_string(entry.at)},
          {"day", to_string(entry.day)},
          {"type", entry.type},
          {"task", text_or_null(entry.task.str())},
          {"rung", text_or_null(entry.rung)},
          {"to", text_or_null(entry.to)},
          {"text", context.say(entry.text)}};
}

void print_json(const std::vector<runtime::Entry>& entries, const Context& context) {
  json::array events;
  for (const auto& entry : entries) {
    events.push_back(to_json(entry, context));
  }
  std::cout << json::serialize(json::object{{"events", std::move(events)}}) << '\n';
}

/// By the type of an entry; short, since there is a column of them.
const std::map<std::string, Text>& types() {
  static const std::map<std::string, Text> words{
      {"phase", {"giai đoạn", "phase"}},
      {"open", {"bắt đầu", "begins"}},
      {"reminder", {"nhắc việc", "reminder"}},
      {"due", {"hết hạn", "due"}},
      {"overdue", {"quá hạn", "overdue"}},
      {"escalation", {"báo cấp trên", "escalation"}},
      {"report_period", {"kỳ báo cáo", "report due"}},
      {"notice", {"thông báo", "notice"}},
  };
  return words;
}

/// A unit by its short name, its head and the leaders in words.
Text words_of_addressee(const std::string& to, const model::Plan& plan) {
  if (to == "leaders") {
    return {"lãnh đạo", "leaders"};
  }
  if (to == "office") {
    return {"văn phòng", "office"};
  }
  const auto colon = to.find(':');
  const auto& units = plan.organisation.units;
  const auto unit = std::ranges::find(units, model::UnitId{to.substr(0, colon)}, &model::Unit::id);
  const auto& name = unit == units.end() ? to : unit->short_name;
  return colon == std::string::npos ? Text{name, name} : Text{"trưởng " + name, "head of " + name};
}

std::string addressees(const std::string& to, const model::Plan& plan, const Context& context) {
  constexpr std::string_view separator = ", ";
  std::string words;
  for (std::size_t from = 0; from < to.size();) {
    const auto end = std::min(to.find(separator, from), to.size());
    words += (words.empty() ? "" : ", ") +
             context.say(words_of_addressee(to.substr(from, end - from), plan));
    from = end + separator.size();
  }
  return words;
}

/// The hour in the day that the entry belongs to: what ends with a day happens at its 24:00.
std::string hour(const runtime::Entry& entry) {
  return entry.at == end_of(entry.day) ? "24:00" : to_string(entry.at).substr(11, 5);
}

/// What happened; of a phase without the word that stands in the column before.
std::string what(const runtime::Entry& entry, const Context& context) {
  const auto text = context.say(entry.text);
  const auto word = context.say({"Giai đoạn: ", "Phase: "});
  return entry.type == "phase" && text.starts_with(word) ? text.substr(word.size()) : text;
}

void print_table(const std::vector<runtime::Entry>& entries, const model::Plan& plan,
                 const Context& context) {
  Table table{{{context.say({"ngày", "day"})},
               {context.say({"lúc", "at"})},
               {context.say({"loại", "type"})},
               {context.say({"nội dung", "what"}), true},
               {context.say({"báo cho", "to"}), true}}};
  for (const auto& entry : entries) {
    table.add({to_string(entry.day), hour(entry), context.say(types().at(entry.type)),
               what(entry, context), addressees(entry.to, plan, context)});
  }
  std::cout << table.draw(terminal_width());
}

Failure no_day(const std::string& text) {
  return {Exit::bad_input,
          "wrong_day",
          {fmt::format("“{}” không phải là một ngày từ 1968 đến 2053: viết 2025-04-20", text),
           fmt::format("'{}' is not a day between 1968 and 2053: write 2025-04-20", text)}};
}

/// The days that are shown; nothing where an option is not a day.
std::optional<DayRange> shown_days(const SimulateOptions& options, const model::Plan& plan,
                                   Context& context) {
  const auto day_or = [&](const std::string& text, Day otherwise) -> std::optional<Day> {
    const auto day = text.empty() ? std::optional{otherwise} : parse_day(text);
    if (!day || !definition::built_in_working_days().covers(*day)) {
      complain(context, no_day(text));
      return std::nullopt;
    }
    return day;
  };
  const auto first = day_or(options.from, local_day(runtime::issue_instant(plan)));
  const auto last =
      first ? day_or(options.until, std::max(*first, plan.period.last)) : std::nullopt;
  if (first && last && *last < *first) {
    complain(context, {Exit::bad_input,
                       "wrong_days",
                       {"--until đứng trước --from: đổi lại hai ngày",
                        "--until comes before --from: exchange the two days"}});
    return std::nullopt;
  }
  return first && last ? std::optional{DayRange{*first, *last}} : std::nullopt;
}

/// Whether `name`, given for an option, is among `known`; complains where it is not.
bool is_known(const std::string& option, const std::string& name,
              const std::vector<std::string_view>& known, Context& context) {
  if (name.empty() || std::ranges::find(known, name) != known.end()) {
    return true;
  }
  const auto meant = definition::suggestion(name, known);
  complain(context, {Exit::bad_input,
                     "unknown_name",
                     {fmt::format("{}: không có “{}”; {}", option, name, meant.vi),
                      fmt::format("{}: there is no '{}'; {}", option, name, meant.en)}});
  return false;
}

bool are_known(const SimulateOptions& options, const model::Plan& plan, Context& context) {
  std::vector<std::string_view> tasks;
  for (const auto& task : plan.tasks) {
    tasks.push_back(task.id.str());
  }
  std::vector<std::string_view> units;
  for (const auto& unit : plan.organisation.units) {
    units.push_back(unit.id.str());
  }
  std::vector<std::string_view> known_types;
  for (const auto& [type, words] : types()) {
    known_types.push_back(type);
  }
  return is_known("--task", options.task, tasks, context) &&
         is_known("--unit", options.unit, units, context) &&
         is_known("--type", options.type, known_types, context);
}

/// Whether `unit` is told, itself or its head, or the entry is about a task that it leads or
/// coordinates.
bool concerns(const runtime::Entry& entry, const std::string& unit, const model::Plan& plan) {
  for (std::size_t from = 0; from < entry.to.size();) {
    const auto end = std::min(entry.to.find(", ", from), entry.to.size());
    const auto to = entry.to.substr(from, end - from);
    if (to.substr(0, to.find(':')) == unit) {
      return true;
    }
    from = end + 2;
  }
  const auto takes_part = [&](const model::Part& part) { return part.unit.str() == unit; };
  const auto task = plan.find(entry.task);
  return task && (std::ranges::any_of(plan.tasks[*task].leads, takes_part) ||
                  std::ranges::any_of(plan.tasks[*task].coordinating, takes_part));
}

bool is_shown(const runtime::Entry& entry, const DayRange& days, const SimulateOptions& options,
              const model::Plan& plan) {
  return days.first <= entry.day && entry.day <= days.last &&
         (options.task.empty() || entry.task.str() == options.task) &&
         (options.type.empty() || entry.type == options.type) &&
         (options.unit.empty() || concerns(entry, options.unit, plan));
}

void simulate(const SimulateOptions& options, Context& context) {
  const auto read = read_plan_or_complain(options.file, context);
  if (!read) {
    return;
  }
  const auto& plan = *read->plan;
  const auto days = shown_days(options, plan, context);
  if (!days || !are_known(options, plan, context)) {
    return;
  }
  const auto scenario = options.scenario.empty()
                            ? std::optional{definition::Scenario{}}
                            : read_scenario_or_complain(options.scenario, plan, context);
  if (!scenario) {
    return;
  }
  // People act, and are looked at, through the whole period, whatever part of it is shown.
  const auto last = scenario->steps.empty() && scenario->expectations.empty()
                        ? days->last
                        : std::max(days->last, plan.period.last);
  runtime::Simulation simulation{definition::built_in_holidays()};
  auto outcome = runtime::rehearse(simulation, read->plan, read->sources, *scenario, end_of(last));
  if (outcome.has_error()) {
    const auto& why = outcome.error().message;
    complain(context, {Exit::bad_input,
                       "cannot_run",
                       {fmt::format("{}: phases: {}", options.file, why.vi),
                        fmt::format("{}: phases: {}", options.file, why.en)}});
    return;
  }
  auto& entries = outcome->entries;
  std::erase_if(
      entries, [&](const runtime::Entry& entry) { return !is_shown(entry, *days, options, plan); });
  context.json ? print_json(entries, context) : print_table(entries, plan, context);
  for (const auto& failure : outcome->failures) {
    std::cerr << context.say(failure) << '\n';
    context.exit = Exit::refused;
  }
}

}  // namespace

void add_plan_simulate(CLI::App& plan, Context& context) {
  auto options = std::make_shared<SimulateOptions>();
  CLI::App* command = plan.add_subcommand(
      "simulate", "run the campaign of a plan in virtual time and show all that happens");
  command->add_option("FILE", options->file, "the plan")->required();
  command->add_option("--from", options->from, "first day that is shown (YYYY-MM-DD)");
  command->add_option("--until", options->until, "last day that is shown (YYYY-MM-DD)");
  command->add_option("--scenario", options->scenario, "people who act: a scenario file");
  command->add_option("--task", options->task, "only what is about this task (its id)");
  command->add_option("--unit", options->unit,
                      "only what this unit (its id) is told, and its tasks");
  command->add_option("--type", options->type,
                      "only entries of this type: phase, open, reminder, due, overdue, escalation, "
                      "report_period, notice");
  command->callback([options, &context] { simulate(*options, context); });
}

}  // namespace tiendo::cli
