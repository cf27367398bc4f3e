#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <memory>

#include "api/office_json.hpp"
#include "command.hpp"
#include "office_commands.hpp"
#include "outcome.hpp"
#include "table.hpp"
#include "task_view.hpp"
#include "time_shown.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

struct Options {
  FolderOptions folder;
  std::string id;
  std::string name;
  std::string short_name;
  std::string from;
  std::string until;
  std::vector<std::string> successors;
  bool external = false;
};

void list(const Options& options, Context& context) {
  const auto office = OfficeReader::open(options.folder, context);
  if (!office) {
    return;
  }
  const auto& units = office->state().office.units;
  if (context.json) {
    json::array all;
    for (const auto& [id, unit] : units) {
      all.push_back(api::to_json(unit));
    }
    print({{"units", std::move(all)}});
    return;
  }
  Table table{{{context.say({"mã", "id"})},
               {context.say({"đơn vị", "unit"}), true},
               {context.say({"viết tắt", "short"})},
               {context.say({"ghi chú", "note"}), true}}};
  for (const auto& [id, unit] : units) {
    std::string notes =
        unit.external ? context.say({"ngoài cơ quan", "outside the office"}) : std::string{};
    if (unit.valid_from || unit.valid_until) {
      notes += (notes.empty() ? "" : "; ") + day_shown(unit.valid_from) + " - " +
               day_shown(unit.valid_until);
    }
    for (const auto& successor : unit.successors) {
      notes += " → " + successor.str();
    }
    table.add({id.str(), unit.name, unit.short_name, notes});
  }
  std::cout << table.draw(terminal_width());
}

void add(const Options& options, Context& context) {
  json::object body{{"name", options.name}, {"external", options.external}};
  if (!options.short_name.empty()) {
    body["short"] = options.short_name;
  }
  if (!put_day(options.from, "from", body, context) ||
      !put_day(options.until, "until", body, context)) {
    return;
  }
  body["successors"] = json::array(options.successors.begin(), options.successors.end());
  if (const auto office =
          OfficeWriter::open(options.folder, OfficeWriter::Missing::is_made, context)) {
    carry_out(*office,
              {.method = api::Method::put,
               .path = api_path({"units", options.id}),
               .body = json::serialize(body)},
              context);
  }
}

void add_add(CLI::App& group, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = group.add_subcommand("add", "a new unit, or an old one as it is from now on");
  command->add_option("ID", options->id, "a short name: a-z, 0-9, '-'")->required();
  command->add_option("--name", options->name, "its name")->type_name("NAME")->required();
  command->add_option("--short", options->short_name, "as tables call it")->type_name("NAME");
  command->add_flag("--external", options->external, "outside the office: named, never told");
  command->add_option("--from", options->from, "its first day")->type_name("DAY");
  command->add_option("--until", options->until, "its last day")->type_name("DAY");
  command->add_option("--successor", options->successors, "the unit that takes its place")
      ->type_name("ID");
  add_writing_options(*command, options->folder);
  command->callback([options, &context] { add(*options, context); });
}

}  // namespace

void add_unit_commands(CLI::App& app, Context& context) {
  CLI::App* unit = app.add_subcommand("unit", "the units of the office and its partners");
  unit->require_subcommand(1);
  auto options = std::make_shared<Options>();
  CLI::App* all = unit->add_subcommand("list", "all units");
  add_reading_options(*all, options->folder);
  all->callback([options, &context] { list(*options, context); });
  add_add(*unit, context);
  add_unit_merge(*unit, context);
  add_import(*unit, "units from a table", "units", context);
}

}  // namespace tiendo::cli
