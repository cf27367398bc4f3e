#pragma once

#include "command.hpp"

namespace tiendo::cli {

/// The subcommands of `tiendo task`, a file a few.
void add_task_list(CLI::App& task, Context& context);
void add_task_show(CLI::App& task, Context& context);
void add_task_actions(CLI::App& task, Context& context);
void add_task_attach(CLI::App& task, Context& context);

}  // namespace tiendo::cli
