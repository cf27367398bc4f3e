// What the machine tells, and letting it do what has fallen due.
#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <iostream>
#include <memory>

#include "api/notice_json.hpp"
#include "command.hpp"
#include "outcome.hpp"
#include "runtime/inbox.hpp"
#include "table.hpp"
#include "task_view.hpp"
#include "time_shown.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

struct Options {
  FolderOptions folder;
  std::string campaign;
  std::string unit;
};

Result<std::vector<runtime::QueuedNotice>> notices(const OfficeReader& office,
                                                   const Options& options) {
  std::vector<runtime::QueuedNotice> all;
  for (const auto& [id, campaign] : office.state().campaigns) {
    if (!options.campaign.empty() && options.campaign != id.str()) {
      continue;
    }
    const auto is_wanted = [&, &campaign = campaign](const model::Notice& notice) {
      return campaign.outbox.contains(notice.key) &&
             (options.unit.empty() || notice.to.unit.str() == options.unit);
    };
    const auto read = runtime::read_inbox(office.journal(),
                                          {id, campaign.plan, is_wanted, {}, office.before()}, all);
    if (read.has_error()) {
      return read.error();
    }
  }
  std::ranges::stable_sort(all, {}, &runtime::QueuedNotice::at);
  return all;
}

void inbox(const Options& options, Context& context) {
  const auto office = OfficeReader::open(options.folder, context);
  if (!office) {
    return;
  }
  const auto all = notices(*office, options);
  if (all.has_error()) {
    complain(context, outside(all.error()));
    return;
  }
  if (context.json) {
    json::array documents;
    for (const auto& queued : *all) {
      documents.push_back(api::to_json(queued, context.language));
    }
    print({{"notices", std::move(documents)}});
    return;
  }
  Table table{{{context.say({"lúc", "at"})},
               {context.say({"báo cho", "to"}), true},
               {context.say({"nội dung", "what"}), true}}};
  for (const auto& queued : *all) {
    table.add({instant_shown(queued.at), context.say(queued.to), context.say(queued.text)});
  }
  std::cout << table.draw(terminal_width());
}

void catch_up(const Options& options, Context& context) {
  const auto office =
      OfficeWriter::open(options.folder, OfficeWriter::Missing::is_an_error, context);
  if (office == nullptr) {
    return;
  }
  const auto recorded = office->catch_up();
  if (recorded.has_error()) {
    complain(context, outside(recorded.error()));
    return;
  }
  if (context.json) {
    print({{"accepted", true}, {"at", to_string(office->now())}, {"by_clock", *recorded}});
  } else if (*recorded == 0) {
    std::cout << context.say({"không có gì thay đổi\n", "nothing changed\n"});
  } else {
    note(context, {fmt::format("đã ghi {} việc đến lúc trong thời gian qua", *recorded),
                   fmt::format("{} things that had fallen due were recorded", *recorded)});
  }
}

}  // namespace

void add_inbox_commands(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("inbox", "what people were told and have not been sent");
  command->add_option("--campaign", options->campaign, "of this campaign")->type_name("ID");
  command->add_option("--unit", options->unit, "to this unit and its head")->type_name("UNIT");
  add_reading_options(*command, options->folder);
  command->callback([options, &context] { inbox(*options, context); });

  auto due = std::make_shared<Options>();
  CLI::App* clock = app.add_subcommand(
      "catch-up", "let the clock do what has fallen due: every command that writes does so first");
  add_writing_options(*clock, due->folder);
  clock->callback([due, &context] { catch_up(*due, context); });
}

}  // namespace tiendo::cli
