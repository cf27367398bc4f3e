#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "api/office_json.hpp"
#include "command.hpp"
#include "outcome.hpp"
#include "table.hpp"

namespace tiendo::cli {
namespace {

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

void print_table(const model::Office& office, const Context& context) {
  if (!office.name.empty()) {
    std::cout << office.name << '\n';
  }
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
    context.json ? print(api::to_json(office)) : print_table(office, context);
  }
}

void set(const Options& options, Context& context) {
  auto text = read_or_complain(options.file, context);
  if (!text) {
    return;
  }
  if (const auto office =
          OfficeWriter::open(options.folder, OfficeWriter::Missing::is_made, context)) {
    carry_out(*office,
              {.method = api::Method::put,
               .path = api_path({"office"}),
               .body = std::move(*text),
               .content_type = "application/yaml",
               .query = {{"name", options.file}}},
              context);
  }
}

}  // namespace

void add_office_commands(CLI::App& app, Context& context) {
  CLI::App* office = app.add_subcommand("office", "name, hours and reminder ladders of the office");
  office->require_subcommand(1);
  auto shown = std::make_shared<Options>();
  CLI::App* all =
      office->add_subcommand("show", "name, hours and ladders that all campaigns go by");
  add_reading_options(*all, shown->folder);
  all->callback([shown, &context] { show(*shown, context); });

  auto options = std::make_shared<Options>();
  CLI::App* command = office->add_subcommand(
      "set", "name, units, hours and ladders from a file (tiendo/organisation/1)");
  command->add_option("FILE", options->file, "the file; - is standard input")->required();
  add_writing_options(*command, options->folder);
  command->callback([options, &context] { set(*options, context); });
}

}  // namespace tiendo::cli
