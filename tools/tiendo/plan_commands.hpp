#pragma once

#include "command.hpp"

namespace tiendo::cli {

/// The subcommands of `tiendo plan`, one file each.
void add_plan_check(CLI::App& plan, Context& context);
void add_plan_show(CLI::App& plan, Context& context);
void add_plan_format(CLI::App& plan, Context& context);
void add_plan_simulate(CLI::App& plan, Context& context);
void add_plan_diff(CLI::App& plan, Context& context);
void add_plan_draw(CLI::App& plan, Context& context);
void add_plan_copy(CLI::App& plan, Context& context);

}  // namespace tiendo::cli
