#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <memory>

#include "base/id.hpp"
#include "campaign_commands.hpp"
#include "definition/holidays.hpp"
#include "outcome.hpp"
#include "read_plan.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

struct Options {
  FolderOptions folder;
  std::string file;
  std::string id;
};

/// What is fine by the file alone and still worth a look on the day of issue.
void warn_of_the_past(const model::Plan& plan, Timestamp now, const Context& context) {
  if (plan.period.last < local_day(now)) {
    note(context,
         {fmt::format("cảnh báo: thời gian thực hiện đã qua (đến {})",
                      to_vietnamese(plan.period.last)),
          fmt::format("warning: the period has passed (until {})", to_string(plan.period.last))});
  }
}

/// Tasks go by the ladders of the office; what the plan says of them is not what will happen.
void warn_of_other_ladders(const model::Plan& plan, const model::Office& office,
                           const Context& context) {
  for (const auto& [name, ladder] : plan.organisation.ladders) {
    const auto standing = office.ladders.find(name);
    if (standing != office.ladders.end() && standing->second.ladder != ladder) {
      note(context, {fmt::format("cảnh báo: bậc nhắc việc “{}” của cơ quan khác với của kế hoạch; "
                                 "dùng của cơ quan (đổi bằng tiendo office set)",
                                 name),
                     fmt::format("warning: the office's ladder '{}' is not that of the plan; the "
                                 "office's is used (tiendo office set changes it)",
                                 name)});
    }
  }
}

json::object body_of(const std::string& id, const PlanFiles& plan) {
  json::array files;
  for (const auto& source : plan.sources) {
    files.push_back(json::object{{"name", source.name}, {"text", source.text}});
  }
  return {{"id", id}, {"files", std::move(files)}};
}

void issue(const Options& options, Context& context) {
  auto files = read_plan_or_complain(options.file, context, Warnings::are_left_out);
  if (!files) {
    return;
  }
  const model::CampaignId id{options.id.empty() ? files->plan->id.str() : options.id};
  if (!is_id(id.str())) {
    complain(
        context,
        {Exit::bad_input,
         "bad_id",
         {fmt::format("“{}” không dùng làm mã đợt được: dùng a-z, 0-9 và dấu “-”", id.str()),
          fmt::format("'{}' cannot be the id of a campaign: use a-z, 0-9 and '-'", id.str())}});
    return;
  }
  const auto office = OfficeWriter::open(options.folder, OfficeWriter::Missing::is_made, context);
  if (!office) {
    return;
  }
  warn_of_the_past(*files->plan, office->now(), context);
  warn_of_other_ladders(*files->plan, office->state().office, context);
  const bool done = carry_out(
      *office,
      {.path = api_path({"campaigns"}), .body = json::serialize(body_of(id.str(), *files))},
      context);
  if (done && !context.json) {
    std::cout << context.say(
        {fmt::format("đợt {}: {} nhiệm vụ\n", id.str(), files->plan->tasks.size()),
         fmt::format("campaign {}: {} tasks\n", id.str(), files->plan->tasks.size())});
  }
}

}  // namespace

void add_campaign_issue(CLI::App& campaign, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = campaign.add_subcommand("issue", "issue a plan: its campaign begins");
  command->add_option("FILE", options->file, "the plan; - is standard input")->required();
  command->add_option("--id", options->id, "what the campaign is called; else as the plan")
      ->type_name("ID");
  add_writing_options(*command, options->folder);
  command->callback([options, &context] { issue(*options, context); });
}

}  // namespace tiendo::cli
