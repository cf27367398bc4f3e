#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace tiendo::cli {

/// The exit codes of every command (relied on from outside).
enum class Exit : int { done = 0, refused = 1, bad_input = 2, outside_failed = 3 };

/// What all commands share: filled by the common options before a command runs.
struct Context {
  Language language = Language::vi;
  bool json = false;
  Exit exit = Exit::done;

  /// The text in the language of the reader.
  [[nodiscard]] std::string say(const Text& text) const { return text.in(language); }
};

/// Each adds one group of subcommands; a subcommand sets `context.exit`. Results go to standard
/// output, messages to standard error.
void add_calendar_commands(CLI::App& app, Context& context);
void add_chart_commands(CLI::App& app, Context& context);
void add_plan_commands(CLI::App& app, Context& context);
void add_campaign_commands(CLI::App& app, Context& context);
void add_task_commands(CLI::App& app, Context& context);
void add_inbox_commands(CLI::App& app, Context& context);
void add_user_commands(CLI::App& app, Context& context);
void add_unit_commands(CLI::App& app, Context& context);
void add_holiday_commands(CLI::App& app, Context& context);
void add_office_commands(CLI::App& app, Context& context);
void add_journal_commands(CLI::App& app, Context& context);
void add_backup_commands(CLI::App& app, Context& context);
void add_serve_command(CLI::App& app, Context& context);

/// What may stand next on a command line, a line each: for completion.bash. `words` are those after
/// the program's name, the last of them not yet finished.
void complete(const CLI::App& app, const std::vector<std::string>& words);

}  // namespace tiendo::cli
