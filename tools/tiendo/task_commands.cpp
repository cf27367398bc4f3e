#include "task_commands.hpp"

namespace tiendo::cli {

void add_task_commands(CLI::App& app, Context& context) {
  CLI::App* task = app.add_subcommand("task", "the tasks of a campaign, and what is done to them");
  task->require_subcommand(1);
  add_task_list(*task, context);
  add_task_show(*task, context);
  add_task_actions(*task, context);
  add_task_attach(*task, context);
}

}  // namespace tiendo::cli
