#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "command.hpp"
#include "definition/finding.hpp"

namespace tiendo::cli {

/// Why a command came to nothing.
struct Failure {
  Exit exit = Exit::bad_input;
  std::string code;  // "unknown_task"; stays when the words change
  Text message;
  boost::json::object details{};  // beside the message, for programs
};

/// What the outside world did wrong.
[[nodiscard]] Failure outside(const Error& error);

/// Says it on standard error, with `--json` also as `{"error","code"}` on standard output, and sets
/// the exit code.
void complain(Context& context, const Failure& failure);

/// All that was found in a file, on standard error; with `--json`, where there is an error among
/// it, also as `{"error","code","findings"}`. An error sets the exit code of bad input.
void complain(Context& context, const std::vector<definition::Finding>& findings);

/// One line on standard error that is no failure.
void note(const Context& context, const Text& text);

/// One JSON document on standard output.
void print(const boost::json::object& document);

/// The bytes of the file at `path` (`-`: standard input); nothing, having complained, where it
/// cannot be read.
[[nodiscard]] std::optional<std::string> read_or_complain(const std::string& path,
                                                          Context& context);

}  // namespace tiendo::cli
