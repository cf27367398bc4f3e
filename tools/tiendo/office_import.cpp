#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "office_commands.hpp"
#include "outcome.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

struct Options {
  FolderOptions folder;
  std::string file;
  bool dry_run = false;
};

void print_counts(const json::object& counts, const Context& context) {
  const auto number = [&](std::string_view key) {
    return counts.at(key).to_number<std::uint64_t>();
  };
  const bool dry_run = counts.at("dry_run").as_bool();
  const Text verb = dry_run ? Text{"sẽ ghi", "would be"} : Text{"đã ghi", "were"};
  std::cout << context.say(
      {fmt::format("{} dòng; {} {} thay đổi, {} địa chỉ\n", number("lines"), verb.vi,
                   number("changes"), number("contacts")),
       fmt::format("{} lines; {} changes and {} addresses {} recorded\n", number("lines"),
                   number("changes"), number("contacts"), verb.en)});
}

void import_table(const Options& options, const char* things, Context& context) {
  auto text = read_or_complain(options.file, context);
  if (!text) {
    return;
  }
  const auto office = OfficeWriter::open(
      options.folder,
      options.dry_run ? OfficeWriter::Missing::is_an_error : OfficeWriter::Missing::is_made,
      context);
  if (office == nullptr) {
    return;
  }
  const auto counts =
      ask(*office,
          {.path = api_path({"imports", things}),
           .body = std::move(*text),
           .content_type = "text/csv",
           .query = {{"name", options.file}, {"dry_run", options.dry_run ? "true" : "false"}}},
          context);
  if (counts && context.json) {
    print(*counts);
  } else if (counts) {
    print_counts(*counts, context);
  }
}

}  // namespace

void add_import(CLI::App& group, const char* help, const char* things, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = group.add_subcommand("import", help);
  command->add_option("FILE", options->file, "a CSV file; - is standard input")->required();
  command->add_flag("--dry-run", options->dry_run, "only say what would change");
  add_writing_options(*command, options->folder);
  command->callback([options, things, &context] { import_table(*options, things, context); });
}

}  // namespace tiendo::cli
