#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <memory>

#include "api/plan_simulation.hpp"
#include "complain.hpp"
#include "plan_commands.hpp"
#include "read_plan.hpp"
#include "table.hpp"

namespace tiendo::cli {
namespace {

struct SimulateOptions {
  std::string file;
  std::string from;
  std::string until;
  std::string scenario;
  std::string task;
  std::string unit;
  std::string type;
};

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

/// What the options ask for; nothing, having complained, where one is no day.
std::optional<api::SimulationWish> read_wish(const SimulateOptions& options, Context& context) {
  api::SimulationWish wish;
  wish.task = options.task;
  wish.unit = options.unit;
  wish.type = options.type;
  const auto take = [&](const std::string& text, std::optional<Day>& day) {
    day = parse_day(text);
    if (text.empty() || day) {
      return true;
    }
    complain(context, no_day(text));
    return false;
  };
  return take(options.from, wish.from) && take(options.until, wish.until)
             ? std::optional{std::move(wish)}
             : std::nullopt;
}

void complain(const api::SimulationFault& fault, const std::string& file, Context& context) {
  const auto place = fault.member.empty() ? file + ": phases: " : "--" + fault.member + ": ";
  complain(context,
           {Exit::bad_input, fault.code, {place + fault.message.vi, place + fault.message.en}});
}

void simulate(const SimulateOptions& options, Context& context) {
  const auto read = read_plan_or_complain(options.file, context);
  auto wish = read ? read_wish(options, context) : std::nullopt;
  if (!wish) {
    return;
  }
  if (!options.scenario.empty()) {
    auto scenario = read_scenario_or_complain(options.scenario, *read, context);
    if (!scenario) {
      return;
    }
    wish->scenario = std::move(*scenario);
  }
  const auto simulated = api::simulate(read->plan, read->sources, *wish, nullptr);
  if (const auto* fault = std::get_if<api::SimulationFault>(&simulated)) {
    complain(*fault, options.file, context);
    return;
  }
  const auto& outcome = std::get<runtime::Outcome>(simulated);
  if (context.json) {
    print(api::to_json(outcome, context.language));
  } else {
    print_table(outcome.entries, *read->plan, context);
  }
  for (const auto& failure : outcome.failures) {
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
