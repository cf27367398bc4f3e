#include <memory>

#include "campaign_commands.hpp"
#include "outcome.hpp"

namespace tiendo::cli {
namespace {

using Make = model::CampaignCommand (*)(const std::string& reason);

/// A command on a campaign that has at most a reason.
struct Change {
  const char* name;
  const char* help;
  bool has_reason;
  Make make;
};

constexpr Change changes[] = {
    {"suspend", "stop the clock of a campaign", true,
     [](const std::string& reason) -> model::CampaignCommand {
       return model::SuspendCampaign{reason};
     }},
    {"resume", "let it go on", false,
     [](const std::string&) -> model::CampaignCommand { return model::ResumeCampaign{}; }},
    {"cancel", "call it off", true,
     [](const std::string& reason) -> model::CampaignCommand {
       return model::CancelCampaign{reason};
     }},
    {"close", "end it, once every task is accepted or cancelled", false,
     [](const std::string&) -> model::CampaignCommand { return model::CloseCampaign{}; }},
};

struct Options {
  FolderOptions folder;
  std::string id;
  std::string reason;
  std::string target;
  double value = 0;
};

void give(const CLI::App& command, const Options& options, model::CampaignCommand body,
          Context& context) {
  const auto office =
      OfficeWriter::open(options.folder, OfficeWriter::Missing::is_an_error, context);
  const auto* campaign =
      office == nullptr ? nullptr : find_campaign(office->state(), options.id, context);
  if (campaign != nullptr) {
    carry_out(*office, {{campaign->id, std::move(body), fingerprint_of(command), {}}}, context,
              {{"campaign", campaign->id.str()}});
  }
}

void add_result(CLI::App& campaign, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      campaign.add_subcommand("record-result", "what has been reached of a target so far");
  command->add_option("ID", options->id, "the campaign")->required();
  command->add_option("TARGET", options->target, "the target")->required();
  command->add_option("VALUE", options->value, "the number that is reached")->required();
  add_writing_options(*command, options->folder);
  command->callback([command, options, &context] {
    give(*command, *options, model::RecordResult{model::TargetId{options->target}, options->value},
         context);
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
    command->callback([command, options, make = change.make, &context] {
      give(*command, *options, make(options->reason), context);
    });
  }
  add_result(campaign, context);
}

}  // namespace tiendo::cli
