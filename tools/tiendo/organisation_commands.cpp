#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <iostream>
#include <memory>

#include "command.hpp"
#include "definition/organisation_reader.hpp"
#include "outcome.hpp"
#include "table.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

struct Options {
  FolderOptions folder;
  std::string file;
};

std::string days_shown(const std::vector<int>& days) {
  return days.empty() ? "–" : fmt::format("{}", fmt::join(days, ", "));
}

std::string after_shown(std::optional<int> days) {
  return days ? fmt::format("+{}", *days) : "–";
}

json::object ladder_json(const std::string& name, const model::Ladder& ladder) {
  const auto number = [](std::optional<int> days) {
    return days ? json::value(*days) : json::value(nullptr);
  };
  return {{"name", name},
          {"before", json::array(ladder.before.begin(), ladder.before.end())},
          {"overdue_every", ladder.overdue_every},
          {"head_after", number(ladder.head_after)},
          {"leaders_after", number(ladder.leaders_after)},
          {"fix_date_before", ladder.fix_date_before},
          {"detailed_plan_before",
           json::array(ladder.detailed_plan_before.begin(), ladder.detailed_plan_before.end())}};
}

void print_json(const model::Office& office) {
  json::array ladders;
  for (const auto& [name, standing] : office.ladders) {
    ladders.push_back(ladder_json(name, standing.ladder));
  }
  print({{"hours", office.hours ? json::value(to_string(*office.hours)) : json::value(nullptr)},
         {"ladders", std::move(ladders)}});
}

void print_table(const model::Office& office, const Context& context) {
  std::cout << context.say({"Giờ làm việc: ", "Office hours: "})
            << (office.hours ? to_string(*office.hours)
                             : context.say({"theo từng kế hoạch", "those of each plan"}))
            << '\n';
  Table table{{{context.say({"bậc nhắc việc (ngày làm việc)", "ladder (working days)"}), true},
               {context.say({"trước hạn", "before the date"}), true},
               {context.say({"quá hạn, mỗi", "overdue, every"}), true},
               {context.say({"trưởng đơn vị", "head of unit"}), true},
               {context.say({"lãnh đạo", "leaders"}), true},
               {context.say({"chốt ngày, trước", "fix the date, before"}), true},
               {context.say({"trước hạn kế hoạch chi tiết", "before the detailed plan"}), true}}};
  for (const auto& [name, standing] : office.ladders) {
    const auto& ladder = standing.ladder;
    table.add({name, days_shown(ladder.before),
               ladder.overdue_every > 0 ? std::to_string(ladder.overdue_every) : "–",
               after_shown(ladder.head_after), after_shown(ladder.leaders_after),
               std::to_string(ladder.fix_date_before), days_shown(ladder.detailed_plan_before)});
  }
  if (!table.empty()) {
    std::cout << table.draw(terminal_width());
  }
}

void show(const Options& options, Context& context) {
  if (const auto reader = OfficeReader::open(options.folder, context)) {
    const auto& office = reader->state().office;
    context.json ? print_json(office) : print_table(office, context);
  }
}

/// What the file says and the office does not have like that.
std::vector<model::OfficeCommand> changes(const model::Organisation& wanted,
                                          const model::Office& office) {
  std::vector<model::OfficeCommand> commands;
  for (const auto& unit : wanted.units) {
    const auto known = office.units.find(unit.id);
    if (known == office.units.end() || known->second != unit) {
      commands.emplace_back(model::SetUnit{unit});
    }
  }
  if (office.hours != wanted.hours) {
    commands.emplace_back(model::SetHours{wanted.hours});
  }
  for (const auto& [name, ladder] : wanted.ladders) {
    const auto known = office.ladders.find(name);
    if (known == office.ladders.end() || known->second.ladder != ladder) {
      commands.emplace_back(model::SetLadder{name, ladder});
    }
  }
  return commands;
}

void set(const CLI::App& command, const Options& options, Context& context) {
  const auto text = read_or_complain(options.file, context);
  if (!text) {
    return;
  }
  auto wanted = definition::read_organisation(*text, options.file);
  complain(context, wanted.findings);
  if (!wanted.value) {
    return;
  }
  const auto office = OfficeWriter::open(options.folder, OfficeWriter::Missing::is_made, context);
  if (!office) {
    return;
  }
  if (wanted.value->settings != model::Settings{}) {
    note(context,
         {"cảnh báo: settings là của từng kế hoạch, tính từ khi ban hành: ở đây không dùng",
          "warning: settings are those of each plan, from its issue on: not used here"});
  }
  const auto fingerprint = fingerprint_of(command, *text);
  std::vector<OfficeWriter::Wish> wishes;
  for (auto& change : changes(*wanted.value, office->state().office)) {
    wishes.push_back({{}, std::move(change), fingerprint, std::to_string(wishes.size())});
  }
  carry_out(*office, wishes, context, {{"changes", wishes.size()}});
}

}  // namespace

void add_office_commands(CLI::App& app, Context& context) {
  CLI::App* office = app.add_subcommand("office", "hours and reminder ladders of the office");
  office->require_subcommand(1);
  auto shown = std::make_shared<Options>();
  CLI::App* all = office->add_subcommand("show", "hours and ladders that all campaigns go by");
  add_reading_options(*all, shown->folder);
  all->callback([shown, &context] { show(*shown, context); });

  auto options = std::make_shared<Options>();
  CLI::App* command =
      office->add_subcommand("set", "units, hours and ladders from a file (tiendo/organisation/1)");
  command->add_option("FILE", options->file, "the file; - is standard input")->required();
  add_writing_options(*command, options->folder);
  command->callback([command, options, &context] { set(*command, *options, context); });
}

}  // namespace tiendo::cli
