// What the machine tells, and letting it do what has fallen due.
#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <iostream>
#include <memory>

#include "command.hpp"
#include "outcome.hpp"
#include "runtime/history_words.hpp"
#include "runtime/notice_words.hpp"
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

/// A notice that was queued, with the words of the rung that it tells of.
struct Queued {
  Timestamp at;
  model::CampaignId campaign;
  model::Notice notice;
  Text text;
  Text to;
};

/// Collects the notices of one campaign that are still in its outbox.
class Collector {
 public:
  Collector(const model::Campaign& campaign, const Options& options)
      : campaign_{campaign}, options_{options} {}

  void take(const model::Event& event, std::vector<Queued>& all) {
    if (const auto* reached = std::get_if<model::RungReached>(&event.body)) {
      if (const auto index = campaign_.plan->find(reached->task)) {
        rung_ = runtime::words_for(reached->rung, campaign_.plan->tasks[*index]);
        rung_of_ = reached->rung.rung;
      }
      return;
    }
    const auto* queued = std::get_if<model::NoticeQueued>(&event.body);
    if (queued == nullptr || !campaign_.outbox.contains(queued->notice.key)) {
      return;
    }
    const auto& notice = queued->notice;
    const auto index = campaign_.plan->find(notice.task);
    if (!index || (!options_.unit.empty() && notice.to.unit.str() != options_.unit)) {
      return;
    }
    const bool of_rung = notice.subject == model::Subject::rung && rung_of_ == notice.rung;
    all.push_back(
        {event.at, campaign_.id, notice,
         of_rung ? rung_ : runtime::words_for(notice.subject, campaign_.plan->tasks[*index]),
         runtime::words_for(notice.to, campaign_.plan.get())});
  }

 private:
  const model::Campaign& campaign_;
  const Options& options_;
  Text rung_;
  std::optional<model::Rung> rung_of_;
};

Result<std::vector<Queued>> notices(const OfficeReader& office, const Options& options) {
  std::vector<Queued> all;
  for (const auto& [id, campaign] : office.state().campaigns) {
    if (!options.campaign.empty() && options.campaign != id.str()) {
      continue;
    }
    Collector collector{campaign, options};
    const auto read =
        office.journal().read_stream(id, [&](port::Journal::Position, const model::Event& event) {
          const auto before = office.before();
          if (before && event.at >= *before) {
            return false;
          }
          collector.take(event, all);
          return true;
        });
    if (read.has_error()) {
      return read.error();
    }
  }
  std::ranges::stable_sort(all, {}, &Queued::at);
  return all;
}

json::object to_json(const Queued& queued, const Context& context) {
  return {{"at", to_string(queued.at)},
          {"campaign", queued.campaign.str()},
          {"task", queued.notice.task.str()},
          {"subject", model::name(queued.notice.subject)},
          {"to", model::to_string(queued.notice.to)},
          {"key", queued.notice.key},
          {"text", context.say(queued.text)}};
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
      documents.push_back(to_json(queued, context));
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
  if (auto done = office->catch_up(); done.has_error()) {
    complain(context, outside(done.error()));
    return;
  }
  tell_news(*office, context, {{"position", office->position()}});
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
