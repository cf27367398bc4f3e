#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <memory>

#include "campaign_commands.hpp"
#include "change.hpp"
#include "office_commands.hpp"
#include "read_plan.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

struct Options : ChangeOptions {
  std::string campaign;
  std::string file;
  std::string date;
  std::string issuer;
  std::string signer;
  std::string reason;
  std::vector<std::string> states;
  unsigned version = 0;
  // of an anchor
  std::string anchor;
  std::string day;
};

/// `OLD=NEW` into `states`. False, having complained, where it is not like that.
bool put_state(const std::string& word, json::object& states, Context& context) {
  const auto equals = word.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == word.size()) {
    complain(context, {Exit::bad_input,
                       "bad_map",
                       {fmt::format("--map: “{}” phải có dạng CŨ=MỚI", word),
                        fmt::format("--map: '{}' has to be like OLD=NEW", word)}});
    return false;
  }
  states[word.substr(0, equals)] = word.substr(equals + 1);
  return true;
}

/// The body of the request; nothing, having complained, where an argument is wrong.
std::optional<json::object> body_of(const Options& options, const PlanFiles& plan,
                                    Context& context) {
  json::array files;
  for (const auto& source : plan.sources) {
    files.push_back(json::object{{"name", source.name}, {"text", source.text}});
  }
  json::object document{{"number", options.folder.document}};
  if (!put_day(options.date, "date", document, context)) {
    return std::nullopt;
  }
  for (const auto& [key, text] :
       {std::pair{"issuer", &options.issuer}, std::pair{"signer", &options.signer}}) {
    if (!text->empty()) {
      document[key] = *text;
    }
  }
  json::object states;
  for (const auto& word : options.states) {
    if (!put_state(word, states, context)) {
      return std::nullopt;
    }
  }
  json::object body{{"files", std::move(files)},
                    {"document", std::move(document)},
                    {"reason", options.reason},
                    {"states", std::move(states)}};
  if (options.version > 0) {
    body["version"] = options.version;
  }
  return body;
}

std::unique_ptr<OfficeWriter> open(const Options& options, Context& context) {
  auto office = OfficeWriter::open(options.folder, OfficeWriter::Missing::is_an_error, context);
  const bool found =
      office != nullptr && find_campaign(office->state(), options.campaign, context) != nullptr;
  return found ? std::move(office) : nullptr;
}

void amend(const Options& options, Context& context) {
  const auto plan = read_plan_or_complain(options.file, context);
  const auto body = plan ? body_of(options, *plan, context) : std::nullopt;
  const auto office = body ? open(options, context) : nullptr;
  if (office != nullptr) {
    carry_out_change(*office,
                     {.path = api_path({"campaigns", options.campaign, "amend"}),
                      .body = json::serialize(*body)},
                     options, context);
  }
}

void set_anchor(const Options& options, Context& context) {
  json::object body;
  if (!put_day(options.day, "day", body, context)) {
    return;
  }
  if (!options.folder.document.empty()) {
    body["document"] = options.folder.document;
  }
  if (const auto office = open(options, context)) {
    carry_out_change(*office,
                     {.method = api::Method::put,
                      .path = api_path({"campaigns", options.campaign, "anchors", options.anchor}),
                      .body = json::serialize(body)},
                     options, context);
  }
}

void add_amend(CLI::App& campaign, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      campaign.add_subcommand("amend", "go on under a new version of the plan; see --preview");
  command->add_option("ID", options->campaign, "the campaign")->required();
  command->add_option("FILE", options->file, "the new version; - is standard input")->required();
  add_writing_options(*command, options->folder, "the number of the document that orders it");
  command->get_option("--document")->required();
  command->add_option("--date", options->date, "the date of the document")->type_name("DAY");
  command->add_option("--issuer", options->issuer, "who issued it")->type_name("NAME");
  command->add_option("--signer", options->signer, "who signed it")->type_name("NAME");
  command->add_option("--reason", options->reason, "why")->required();
  command->add_option("--map", options->states, "a phase that has another id now")
      ->type_name("OLD=NEW");
  command
      ->add_option("--against", options->version,
                   "the version that it was made against: refused where there is a later one")
      ->type_name("VERSION");
  add_preview_option(*command, *options);
  command->callback([options, &context] { amend(*options, context); });
}

void add_set_anchor(CLI::App& campaign, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = campaign.add_subcommand(
      "set-anchor", "a day that phrases of the plan count from is known, or is another");
  command->add_option("ID", options->campaign, "the campaign")->required();
  command->add_option("ANCHOR", options->anchor, "what the plan calls it: 'ngày bầu cử'")
      ->required();
  command->add_option("DAY", options->day, "when it is")->required();
  add_writing_options(*command, options->folder, "the number of the document that says so");
  add_preview_option(*command, *options);
  command->callback([options, &context] { set_anchor(*options, context); });
}

}  // namespace

void add_campaign_amend(CLI::App& campaign, Context& context) {
  add_amend(campaign, context);
  add_set_anchor(campaign, context);
}

}  // namespace tiendo::cli
