#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <cmath>
#include <memory>
#include <optional>

#include "campaign_commands.hpp"
#include "complain.hpp"
#include "outcome.hpp"
#include "runtime/office_import.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

struct Options {
  FolderOptions folder;
  std::string id;
  std::string target;
  double value = 0;
  std::string day;
  bool estimated = false;
  std::optional<double> base;
};

/// What the options say, as a body; nothing where the day is none.
std::optional<json::object> body_of(const Options& options) {
  json::object body{{"value", options.value}, {"estimated", options.estimated}};
  if (!options.folder.document.empty()) {
    body["document"] = options.folder.document;
  }
  if (options.base) {
    body["base"] = *options.base;
  }
  if (!options.day.empty()) {
    const auto day = runtime::day_in_words(options.day);
    if (!day) {
      return std::nullopt;
    }
    body["day"] = to_string(*day);
  }
  return body;
}

/// "nan" and "inf" are numbers to the command line.
bool are_numbers(const Options& options) {
  return std::isfinite(options.value) && std::isfinite(options.base.value_or(0));
}

void record(const Options& options, Context& context) {
  if (!are_numbers(options)) {
    complain(context, {Exit::bad_input,
                       "bad_argument",
                       {"kết quả và số gốc phải là số: hãy ghi như 1234.5",
                        "the result and its base have to be numbers: write them like 1234.5"}});
    return;
  }
  const auto body = body_of(options);
  if (!body) {
    complain(context,
             {Exit::bad_input,
              "bad_argument",
              {fmt::format("“{}” không phải là một ngày: hãy ghi như 2025-04-20", options.day),
               fmt::format("'{}' is not a day: write it like 2025-04-20", options.day)}});
    return;
  }
  auto folder = options.folder;
  if (folder.on_behalf_of.empty()) {
    folder.document.clear();  // it shows the result, not that somebody else recorded it
  }
  const auto office = OfficeWriter::open(folder, OfficeWriter::Missing::is_an_error, context);
  const auto* campaign =
      office == nullptr ? nullptr : find_campaign(office->state(), options.id, context);
  if (campaign != nullptr) {
    carry_out(
        *office,
        {.method = api::Method::put,
         .path = api_path({"campaigns", campaign->id.str(), "targets", options.target, "result"}),
         .body = json::serialize(*body)},
        context);
  }
}

}  // namespace

void add_campaign_result(CLI::App& campaign, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      campaign.add_subcommand("record-result", "what has been reached of a target so far");
  command->add_option("ID", options->id, "the campaign")->required();
  command->add_option("TARGET", options->target, "the target")->required();
  command->add_option("VALUE", options->value, "the number that is reached: 1234.5")->required();
  command->add_option("--day", options->day, "until when; without it: until today")
      ->type_name("DAY");
  command->add_flag("--estimated", options->estimated, "it is an estimate: ước đạt");
  command
      ->add_option("--base", options->base,
                   "what growth or a share is measured from, where it is not that of the plan")
      ->type_name("VALUE");
  add_writing_options(*command, options->folder);
  // A result may name its document whoever records it.
  command->get_option("--document")->remove_needs(command->get_option("--on-behalf-of"));
  command->callback([options, &context] { record(*options, context); });
}

}  // namespace tiendo::cli
