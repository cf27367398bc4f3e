#include "plan_commands.hpp"

namespace tiendo::cli {

void add_plan_commands(CLI::App& app, Context& context) {
  CLI::App* plan = app.add_subcommand("plan", "check, show, simulate, compare and draw plan files");
  plan->require_subcommand(1);
  plan->fallthrough();
  static_cast<void>(context);
}

}  // namespace tiendo::cli
