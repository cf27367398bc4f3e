#include "folder_options.hpp"

#include "journal/hash.hpp"

namespace tiendo::cli {
namespace {

constexpr const char* group_of_folder = "Folder";
constexpr const char* group_of_actor = "Who acts";

void add_folder(CLI::App& command, FolderOptions& options) {
  command.add_option("--data", options.data, "the data folder; without it TIENDO_DATA")
      ->check(something())
      ->type_name("DIR")
      ->group(group_of_folder);
  command.add_option("--clock", options.clock, "in a rehearsal: the instant at which this happens")
      ->check(something())
      ->type_name("INSTANT")
      ->group(group_of_folder);
}

/// Answers with `--document`.
CLI::Option* add_writer(CLI::App& command, FolderOptions& options, const char* document_is) {
  add_folder(command, options);
  command.add_flag("--rehearsal", options.rehearsal, "a folder that is made now is a rehearsal")
      ->group(group_of_folder);
  command
      .add_flag("--after-absence", options.after_absence,
                "go on although nothing ran for more than 60 days")
      ->group(group_of_folder);
  command.add_option("--as", options.as, "who acts; without it the owner of the folder")
      ->check(something())
      ->type_name("USER")
      ->group(group_of_actor);
  auto* whom = command
                   .add_option("--on-behalf-of", options.on_behalf_of,
                               "enter what somebody else did, with --document")
                   ->check(something())
                   ->type_name("NAME")
                   ->group(group_of_actor);
  auto* document = command.add_option("--document", options.document, document_is)
                       ->check(something())
                       ->type_name("NUMBER");
  whom->needs(document);
  command.add_option("--idempotency-key", options.key, "under one key a command is done once")
      ->check(something())
      ->type_name("KEY")
      ->group(group_of_actor);
  return document;
}

}  // namespace

CLI::Validator something() {
  return {[](const std::string& value) {
            return value.empty() ? std::string{said_of_nothing} : std::string{};
          },
          ""};
}

void add_data_option(CLI::App& command, FolderOptions& options) {
  add_folder(command, options);
}

void add_reading_options(CLI::App& command, FolderOptions& options) {
  add_folder(command, options);
  command.add_option("--as-of", options.as_of, "how it was at the end of that day")
      ->check(something())
      ->type_name("DAY")
      ->group(group_of_folder);
}

void add_writing_options(CLI::App& command, FolderOptions& options) {
  auto* document = add_writer(command, options, "the number that shows it");
  document->group(group_of_actor)->needs(command.get_option("--on-behalf-of"));
}

void add_writing_options(CLI::App& command, FolderOptions& options, const char* help) {
  add_writer(command, options, help);
}

}  // namespace tiendo::cli
