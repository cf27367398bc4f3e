#pragma once

#include <string>

#include "command.hpp"

namespace tiendo::cli {

/// What a value is that is not there: `--as ""`. Told in the language of the caller.
inline constexpr const char* said_of_nothing = "it is empty";

/// An option that is given says something: `--as "$WHO"` of an empty WHO is not nobody's command.
[[nodiscard]] CLI::Validator something();

/// Where a command finds its folder, and how it looks at it.
struct FolderOptions {
  std::string data;
  std::string clock;  // of a rehearsal
  std::string as_of;  // readers
  // Writers: who acts, and for whom.
  std::string as;
  std::string on_behalf_of;
  std::string document;
  std::string key;
  bool rehearsal = false;
  bool after_absence = false;
};

/// `--data`, `--clock` and `--as-of` of a command that reads a folder.
void add_reading_options(CLI::App& command, FolderOptions& options);

/// `--data`, `--clock` and what a command that writes has beside them.
void add_writing_options(CLI::App& command, FolderOptions& options);

/// The same of a command that has a document of its own: `--document` is that, and where the
/// command is entered for somebody else it shows that too. `help`: what it is.
void add_writing_options(CLI::App& command, FolderOptions& options, const char* help);

/// Of a command that writes but gives no command of the business: `--data` and `--clock`.
void add_data_option(CLI::App& command, FolderOptions& options);

}  // namespace tiendo::cli
