#include "campaign_commands.hpp"

namespace tiendo::cli {

void add_campaign_commands(CLI::App& app, Context& context) {
  CLI::App* campaign =
      app.add_subcommand("campaign", "campaigns: plans that have been issued and run");
  campaign->require_subcommand(1);
  add_campaign_issue(*campaign, context);
  add_campaign_views(*campaign, context);
  add_campaign_amend(*campaign, context);
  add_campaign_changes(*campaign, context);
  add_campaign_result(*campaign, context);
}

}  // namespace tiendo::cli
