#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <iostream>
#include <memory>

#include "api/office_json.hpp"
#include "change.hpp"
#include "command.hpp"
#include "table.hpp"
#include "time_shown.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

struct Options : ChangeOptions {
  std::string file;
};

std::string days_shown(const std::vector<Day>& days) {
  std::string shown;
  for (const Day day : days) {
    shown += fmt::format("{}{}/{}", shown.empty() ? "" : ", ", static_cast<unsigned>(day.day()),
                         static_cast<unsigned>(day.month()));
  }
  return shown;
}

void list(const Options& options, Context& context) {
  const auto office = OfficeReader::open(options.folder, context);
  if (!office) {
    return;
  }
  const auto& years = office->state().office.holidays;
  if (context.json) {
    json::array all;
    for (const auto& [number, year] : years) {
      all.push_back(api::to_json(number, year));
    }
    print({{"years", std::move(all)}});
    return;
  }
  Table table{{{context.say({"năm", "year"})},
               {context.say({"ngày nghỉ", "days off"}), true},
               {context.say({"thứ bảy làm bù", "Saturdays worked"}), true},
               {context.say({"theo", "notice"}), true}}};
  for (const auto& [number, year] : years) {
    table.add({std::to_string(number), days_shown(year.days_off), days_shown(year.saturdays_worked),
               year.notice});
  }
  std::cout << table.draw(terminal_width());
}

void set(const Options& options, Context& context) {
  auto text = read_or_complain(options.file, context);
  if (!text) {
    return;
  }
  if (const auto office = OfficeWriter::open(
          options.folder, options.missing(OfficeWriter::Missing::is_made), context)) {
    carry_out_change(*office,
                     {.method = api::Method::put,
                      .path = api_path({"holidays"}),
                      .body = std::move(*text),
                      .content_type = "application/yaml",
                      .query = {{"name", options.file}}},
                     options, context);
  }
}

}  // namespace

void add_holiday_commands(CLI::App& app, Context& context) {
  CLI::App* holiday = app.add_subcommand("holiday", "the days off that the office goes by");
  holiday->require_subcommand(1);
  auto listed = std::make_shared<Options>();
  CLI::App* all = holiday->add_subcommand("list", "the years that were set");
  add_reading_options(*all, listed->folder);
  all->callback([listed, &context] { list(*listed, context); });

  auto options = std::make_shared<Options>();
  CLI::App* command =
      holiday->add_subcommand("set", "days off from a file (tiendo/holidays/1), a year at a time");
  command->add_option("FILE", options->file, "the file; - is standard input")->required();
  add_writing_options(*command, options->folder);
  add_preview_option(*command, *options);
  command->callback([options, &context] { set(*options, context); });
}

}  // namespace tiendo::cli
