#pragma once

#include <CLI/CLI.hpp>
#include <string>

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

}  // namespace tiendo::cli
