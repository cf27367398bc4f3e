#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "command.hpp"

namespace tiendo::cli {

/// What a command cannot do without is given with something in it: `--reason ""` is a mistake of
/// the command line, told by the name of the option. To be called once all commands are there.
void want_something(CLI::App& app);

/// What the program ends with where a command line was not run, after it has said why: help and
/// version were asked for, or `words` (those after the name of the program) are no command. Such a
/// mistake is told in the language of `context` or of `--lang`, and with `--json` as `{"error"}`
/// too, wherever in the line the two stand.
[[nodiscard]] int end_unrun(const CLI::App& app, const CLI::ParseError& error,
                            const std::vector<std::string>& words, const Context& context);

/// The same where a word is no text: the record takes nothing that could not be read back. Nothing
/// where all of them are.
[[nodiscard]] std::optional<int> end_unreadable(const std::vector<std::string>& words,
                                                const Context& context);

}  // namespace tiendo::cli
