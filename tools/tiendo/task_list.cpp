#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <iostream>
#include <memory>

#include "api/task_json.hpp"
#include "model/lifecycle_words.hpp"
#include "office.hpp"
#include "runtime/task_view.hpp"
#include "table.hpp"
#include "task_commands.hpp"
#include "task_view.hpp"
#include "time_shown.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

struct Options {
  FolderOptions folder;
  std::string campaign;
  std::string unit;
  std::string status;
  std::string state;
};

/// Which tasks are asked for.
struct Filter {
  std::string unit;
  std::optional<runtime::TimeStatus> status;
  std::optional<model::TaskState> state;

  [[nodiscard]] bool lets_pass(const model::Campaign& campaign, model::TaskIndex index,
                               const OfficeReader& office) const {
    const auto& task = campaign.tasks[index];
    const auto is_unit = [this](const model::Part& part) { return part.unit.str() == unit; };
    if (!unit.empty() && std::ranges::none_of(task.leads, is_unit) &&
        std::ranges::none_of(task.coordinating, is_unit)) {
      return false;
    }
    if (state && task.state != *state) {
      return false;
    }
    const auto standing =
        runtime::time_standing(campaign, index, office.working_days(), office.now());
    return !status || (standing && standing->status == *status);
  }
};

template <class Enum>
std::optional<Enum> value_or_complain(std::string text, const Text& what, Context& context) {
  std::ranges::replace(text, '-', '_');
  const auto found = model::named<Enum>(text);
  if (!found) {
    const auto names = fmt::format("{}", fmt::join(model::names_of<Enum>(), ", "));
    complain(context, {Exit::bad_input,
                       "bad_argument",
                       {fmt::format("không có {} “{}”; có: {}", what.vi, text, names),
                        fmt::format("no {} '{}'; there is: {}", what.en, text, names)}});
  }
  return found;
}

std::optional<Filter> read_filter(const Options& options, Context& context) {
  Filter filter{.unit = options.unit};
  if (!options.status.empty()) {
    filter.status = value_or_complain<runtime::TimeStatus>(options.status,
                                                           {"tình trạng hạn", "status"}, context);
  }
  if (!options.state.empty()) {
    filter.state =
        value_or_complain<model::TaskState>(options.state, {"trạng thái", "state"}, context);
  }
  return context.exit == Exit::done ? std::optional{filter} : std::nullopt;
}

/// A unit that no campaign and no office knows is a slip.
bool knows_unit(const OfficeReader& office, const std::string& unit, Context& context) {
  if (unit.empty() || office.state().office.units.contains(model::UnitId{unit})) {
    return true;
  }
  std::string known;
  for (const auto& [id, one] : office.state().office.units) {
    known += (known.empty() ? "" : ", ") + id.str();
  }
  complain(context, {Exit::bad_input,
                     "unknown_unit",
                     {fmt::format("không có đơn vị “{}”; có: {}", unit, known),
                      fmt::format("no unit '{}'; there is: {}", unit, known)}});
  return false;
}

using Chosen = std::vector<std::pair<const model::Campaign*, model::TaskIndex>>;

Table table_of(const Chosen& chosen, const OfficeReader& office, const Context& context) {
  std::size_t widest_id = Table::usual_narrowest;
  for (const auto& [campaign, task] : chosen) {
    widest_id = std::max(widest_id, campaign->plan->tasks[task].id.str().size());
  }
  Table table{{{context.say({"nhiệm vụ", "task"}), true, widest_id},
               {context.say({"hạn", "due"})},
               {context.say({"tình hình", "standing"}), true, 16},
               {context.say({"chủ trì", "lead"}), true}}};
  for (const auto& [campaign, index] : chosen) {
    const auto& task = campaign->tasks[index];
    const auto& planned = campaign->plan->tasks[index];
    auto standing = time_shown(
        runtime::time_standing(*campaign, index, office.working_days(), office.now()), context);
    standing.text += '\n' + context.say(model::words(task.state));
    table.add({planned.title + '\n' + planned.id.str(), day_shown(task.due), std::move(standing),
               leads_shown(*campaign, index, context)});
  }
  return table;
}

void list(const Options& options, Context& context) {
  const auto filter = read_filter(options, context);
  if (!filter) {
    return;
  }
  const auto office = OfficeReader::open(options.folder, context);
  if (!office || !knows_unit(*office, filter->unit, context)) {
    return;
  }
  Chosen chosen;
  for (const auto& [id, campaign] : office->state().campaigns) {
    for (model::TaskIndex task = 0; task < campaign.tasks.size(); ++task) {
      const bool asked = options.campaign.empty() || options.campaign == id.str();
      if (asked && filter->lets_pass(campaign, task, *office)) {
        chosen.emplace_back(&campaign, task);
      }
    }
  }
  if (!options.campaign.empty() &&
      find_campaign(office->state(), options.campaign, context) == nullptr) {
    return;
  }
  if (context.json) {
    json::array tasks;
    for (const auto& [campaign, task] : chosen) {
      tasks.push_back(api::to_json(*campaign, task, office->look(context)));
    }
    print({{"at", to_string(office->now())}, {"tasks", std::move(tasks)}});
    return;
  }
  std::cout << table_of(chosen, *office, context).draw(terminal_width(), wants_colours());
}

}  // namespace

void add_task_list(CLI::App& task, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = task.add_subcommand("list", "tasks, how they stand to their due dates");
  command->add_option("--campaign", options->campaign, "of this campaign; else of all")
      ->type_name("ID");
  command->add_option("--unit", options->unit, "led or helped by this unit")->type_name("UNIT");
  command
      ->add_option("--status", options->status,
                   "not-due, due-soon, due-today, overdue, done-in-time, done-late or no-due-date")
      ->type_name("STATUS");
  command->add_option("--state", options->state, "planned, announced, … accepted")
      ->type_name("STATE");
  add_reading_options(*command, options->folder);
  command->callback([options, &context] { list(*options, context); });
}

}  // namespace tiendo::cli
