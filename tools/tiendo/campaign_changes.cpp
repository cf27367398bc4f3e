#include <boost/json/serialize.hpp>
#include <memory>

#include "campaign_commands.hpp"
#include "outcome.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

/// A command on a campaign that has at most a reason.
struct Change {
  const char* name;
  const char* help;
  bool has_reason;
};

constexpr Change changes[] = {
    {"suspend", "stop the clock of a campaign", true},
    {"resume", "let it go on", false},
    {"cancel", "call it off", true},
};

struct Options {
  FolderOptions folder;
  std::string id;
  std::string reason;
  bool cancel_open = false;
};

/// Asks the campaign for what stands at `place` below its path.
void give(const Options& options, api::Method method, std::initializer_list<std::string_view> place,
          const json::object& body, Context& context) {
  const auto office =
      OfficeWriter::open(options.folder, OfficeWriter::Missing::is_an_error, context);
  const auto* campaign =
      office == nullptr ? nullptr : find_campaign(office->state(), options.id, context);
  if (campaign == nullptr) {
    return;
  }
  auto path = api_path({"campaigns", campaign->id.str()});
  for (const auto part : place) {
    path += '/' + std::string{part};
  }
  carry_out(*office, {.method = method, .path = std::move(path), .body = json::serialize(body)},
            context);
}

json::object closing(const Options& options) {
  json::object body{{"cancel_open", options.cancel_open}};
  for (const auto& [key, text] :
       {std::pair{"document", &options.folder.document}, std::pair{"reason", &options.reason}}) {
    if (!text->empty()) {
      body[key] = *text;
    }
  }
  return body;
}

void add_close(CLI::App& campaign, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      campaign.add_subcommand("close",
                              "end it, once every task is accepted or cancelled; with a "
                              "reason also before its phases have ended");
  command->add_option("ID", options->id, "the campaign; may be left out where there is only one");
  add_writing_options(*command, options->folder, "the number of the summing-up report");
  auto* reason = command
                     ->add_option("--reason", options->reason,
                                  "why what is open is cancelled, or its phases do not "
                                  "go on")
                     ->check(something());
  command->add_flag("--cancel-open", options->cancel_open, "cancel the tasks that are open")
      ->needs(reason);
  command->callback([options, &context] {
    give(*options, api::Method::post, {"close"}, closing(*options), context);
  });
}

void add_file_report(CLI::App& campaign, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = campaign.add_subcommand(
      "file-report", "the summing-up report of a campaign that was closed without it");
  command->add_option("ID", options->id, "the campaign; may be left out where there is only one");
  add_writing_options(*command, options->folder, "the number of the report");
  command->callback([options, &context] {
    give(*options, api::Method::put, {"report"}, {{"document", options->folder.document}}, context);
  });
}

}  // namespace

void add_campaign_changes(CLI::App& campaign, Context& context) {
  for (const auto& change : changes) {
    auto options = std::make_shared<Options>();
    CLI::App* command = campaign.add_subcommand(change.name, change.help);
    command->add_option("ID", options->id, "the campaign; may be left out where there is only one");
    if (change.has_reason) {
      command->add_option("--reason", options->reason, "why")->required();
    }
    add_writing_options(*command, options->folder);
    command->callback([options, &change, &context] {
      give(*options, api::Method::post, {change.name},
           change.has_reason ? json::object{{"reason", options->reason}} : json::object{}, context);
    });
  }
  add_close(campaign, context);
  add_file_report(campaign, context);
}

}  // namespace tiendo::cli
