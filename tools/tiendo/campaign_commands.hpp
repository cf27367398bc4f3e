#pragma once

#include "command.hpp"

namespace tiendo::cli {

/// The subcommands of `tiendo campaign`, a file a few.
void add_campaign_issue(CLI::App& campaign, Context& context);
void add_campaign_views(CLI::App& campaign, Context& context);
void add_campaign_amend(CLI::App& campaign, Context& context);
void add_campaign_changes(CLI::App& campaign, Context& context);
void add_campaign_result(CLI::App& campaign, Context& context);

}  // namespace tiendo::cli
