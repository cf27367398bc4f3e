#include "plan_commands.hpp"

namespace tiendo::cli {

void add_plan_commands(CLI::App& app, Context& context) {
  CLI::App* plan =
      app.add_subcommand("plan", "check, show, simulate, compare, draw and copy plan files");
  plan->require_subcommand(1);
  plan->fallthrough();
  add_plan_check(*plan, context);
  add_plan_show(*plan, context);
  add_plan_format(*plan, context);
  add_plan_simulate(*plan, context);
  add_plan_diff(*plan, context);
  add_plan_draw(*plan, context);
  add_plan_copy(*plan, context);
}

}  // namespace tiendo::cli
