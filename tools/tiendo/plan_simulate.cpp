#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <iostream>
#include <map>
#include <memory>

#include "definition/holidays.hpp"
#include "definition/plan_reader.hpp"
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

Text words_of_type(std::string_view type) {
  static const std::map<std::string_view, Text> words{
      {"phase", {"giai đoạn", "phase"}},
      {"open", {"bắt đầu", "begins"}},
      {"reminder", {"nhắc việc", "reminder"}},
      {"due", {"hết hạn", "due"}},
      {"overdue", {"quá hạn", "overdue"}},
      {"escalation", {"báo cáo cấp trên", "escalation"}},
      {"report_period", {"kỳ báo cáo", "report due"}},
      {"notice", {"thông báo", "notice"}},
  };
  return words.at(type);
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

void print_table(const std::vector<runtime::Entry>& entries, const model::Plan& plan,
                 const Context& context) {
  Table table{{{context.say({"ngày", "day"})},
               {context.say({"lúc", "at"})},
               {context.say({"loại", "type"})},
               {context.say({"nội dung", "what"}), true},
               {context.say({"báo cho", "to"}), true}}};
  for (const auto& entry : entries) {
    table.add({to_string(entry.day), hour(entry), context.say(words_of_type(entry.type)),
               context.say(entry.text), addressees(entry.to, plan, context)});
  }
  std::cout << table.draw(terminal_width());
}

/// The days that are shown; nothing where an option is not a day.
std::optional<DayRange> shown_days(const SimulateOptions& options, const model::Plan& plan,
                                   const Context& context) {
  const auto day_or = [&](const std::string& text, Day otherwise) -> std::optional<Day> {
    if (text.empty()) {
      return otherwise;
    }
    const auto day = parse_day(text);
    if (day && definition::built_in_working_days().covers(*day)) {
      return day;
    }
    std::cerr
        << context.say(
               {fmt::format("“{}” không phải là một ngày từ 1968 đến 2053: viết 2025-04-20", text),
                fmt::format("'{}' is not a day between 1968 and 2053: write 2025-04-20", text)})
        << '\n';
    return std::nullopt;
  };
  const auto first = day_or(options.from, local_day(runtime::issue_instant(plan)));
  const auto last = day_or(options.until, plan.period.last);
  if (first && last && *last < *first) {
    std::cerr << context.say({"--until đứng trước --from: đổi lại hai ngày",
                              "--until comes before --from: exchange the two days"})
              << '\n';
    return std::nullopt;
  }
  return first && last ? std::optional{DayRange{*first, *last}} : std::nullopt;
}

void simulate(const SimulateOptions& options, Context& context) {
  const auto read = read_plan_or_complain(options.file, context);
  if (!read) {
    return;
  }
  const auto days = shown_days(options, *read->plan, context);
  if (!days) {
    context.exit = Exit::bad_input;
    return;
  }
  const auto scenario = options.scenario.empty()
                            ? std::optional{definition::Scenario{}}
                            : read_scenario_or_complain(options.scenario, *read->plan, context);
  if (!scenario) {
    return;
  }
  // People act, and are looked at, through the whole period, whatever part of it is shown.
  const auto last = scenario->steps.empty() && scenario->expectations.empty()
                        ? days->last
                        : std::max(days->last, read->plan->period.last);
  runtime::Simulation simulation{definition::built_in_holidays()};
  auto outcome = runtime::rehearse(simulation, read->plan, read->sources, *scenario, end_of(last));
  if (outcome.has_error()) {
    std::cerr << context.say(outcome.error().message) << '\n';
    context.exit = Exit::refused;
    return;
  }
  auto& entries = outcome->entries;
  std::erase_if(entries, [&](const runtime::Entry& entry) {
    return entry.day < days->first || days->last < entry.day;
  });
  context.json ? print_json(entries, context) : print_table(entries, *read->plan, context);
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
  command->callback([options, &context] { simulate(*options, context); });
}

}  // namespace tiendo::cli
