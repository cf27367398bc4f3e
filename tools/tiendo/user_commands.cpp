#include "user_commands.hpp"
#include "command.hpp"
#include "office_commands.hpp"

namespace tiendo::cli {

void add_user_commands(CLI::App& app, Context& context) {
  CLI::App* user = app.add_subcommand("user", "the people of the office and what they may do");
  user->require_subcommand(1);
  add_user_views(*user, context);
  add_user_changes(*user, context);
  add_user_contacts(*user, context);
  add_user_password(*user, context);
  add_user_access(*user, context);
  add_import(*user, "people from a table, a line a post", "users", context);
}

}  // namespace tiendo::cli
