#include "journal_commands.hpp"

namespace tiendo::cli {

void add_journal_commands(CLI::App& app, Context& context) {
  CLI::App* journal = app.add_subcommand("journal", "the record itself: check it, read it out");
  journal->require_subcommand(1);
  add_journal_checks(*journal, context);
  add_journal_export(*journal, context);
  add_journal_replay(*journal, context);
}

}  // namespace tiendo::cli
