#include <iostream>
#include <memory>

#include "complain.hpp"
#include "folder_clock.hpp"
#include "journal/export.hpp"
#include "journal/sqlite/data_folder.hpp"
#include "journal_commands.hpp"

namespace tiendo::cli {
namespace {

struct Options {
  FolderOptions folder;
  std::uint64_t after = 0;
};

void export_rows(const Options& options, Context& context) {
  const auto path = folder_of(options.folder, context);
  if (!path) {
    return;
  }
  const auto folder = journal::DataFolder::open_to_read(*path);
  if (folder.has_error()) {
    complain(context, outside(folder.error()));
    return;
  }
  std::string line;
  const auto read = folder->store().read(options.after, [&](const journal::Row& row) {
    line.clear();
    journal::append_json_line(row, line);
    std::cout << line;
    return static_cast<bool>(std::cout);
  });
  if (read.has_error()) {
    complain(context, outside(read.error()));
  }
}

}  // namespace

void add_journal_export(CLI::App& journal, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = journal.add_subcommand("export", "every row as a line of JSON");
  command->add_option("--after", options->after, "only those after this position")
      ->type_name("POSITION");
  command->add_option("--data", options->folder.data, "the data folder; without it TIENDO_DATA")
      ->type_name("DIR");
  command->callback([options, &context] { export_rows(*options, context); });
}

}  // namespace tiendo::cli
