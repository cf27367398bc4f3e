#pragma once

#include "command.hpp"

namespace tiendo::cli {

/// The subcommands of `tiendo user`, a file a few.
void add_user_views(CLI::App& user, Context& context);
void add_user_changes(CLI::App& user, Context& context);
void add_user_contacts(CLI::App& user, Context& context);
void add_user_password(CLI::App& user, Context& context);
void add_user_access(CLI::App& user, Context& context);

}  // namespace tiendo::cli
