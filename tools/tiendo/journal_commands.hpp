#pragma once

#include "command.hpp"

namespace tiendo::cli {

/// The subcommands of `tiendo journal`, a file a few.
void add_journal_checks(CLI::App& journal, Context& context);
void add_journal_export(CLI::App& journal, Context& context);
void add_journal_replay(CLI::App& journal, Context& context);

}  // namespace tiendo::cli
