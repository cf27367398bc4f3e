#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <iostream>
#include <memory>

#include "command.hpp"
#include "complain.hpp"
#include "folder_clock.hpp"
#include "journal/sqlite/backup.hpp"
#include "journal/sqlite/restore.hpp"
#include "wall_clock.hpp"

namespace tiendo::cli {
namespace {

struct Options {
  FolderOptions folder;
  std::string file;
  bool without_secrets = false;
  bool replace = false;
};

void back_up(const Options& options, Context& context) {
  const auto path = folder_of(options.folder, context);
  if (!path) {
    return;
  }
  const auto report = journal::backup(*path, options.file,
                                      {.made_at = wall_clock_now(),
                                       .secrets = !options.without_secrets,
                                       .replace = options.replace});
  if (report.has_error()) {
    complain(context, outside(report.error()));
    return;
  }
  for (const auto& hash : report->damaged) {
    note(context, {"tài liệu hỏng, không có trong bản sao lưu: " + hash,
                   "evidence that is damaged was left out: " + hash});
    context.exit = Exit::outside_failed;
  }
  if (context.json) {
    print({{"file", options.file},
           {"events", report->events},
           {"streams", report->streams},
           {"evidence_files", report->evidence_files},
           {"bytes", report->bytes},
           {"damaged", boost::json::array(report->damaged.begin(), report->damaged.end())}});
    return;
  }
  std::cout << context.say(
      {fmt::format("{}: {} sự kiện, {} tài liệu, {} byte\n", options.file, report->events,
                   report->evidence_files, report->bytes),
       fmt::format("{}: {} events, {} files of evidence, {} bytes\n", options.file, report->events,
                   report->evidence_files, report->bytes)});
}

void bring_back(const Options& options, Context& context) {
  const auto path = folder_of(options.folder, context);
  if (!path) {
    return;
  }
  const auto report = journal::restore(options.file, *path);
  if (report.has_error()) {
    complain(context, outside(report.error()));
    return;
  }
  if (context.json) {
    print({{"data", path->string()},
           {"events", report->events},
           {"streams", report->streams},
           {"evidence_files", report->evidence_files},
           {"secrets", report->secrets}});
    return;
  }
  std::cout << context.say({fmt::format("{}: {} sự kiện, {} tài liệu\n", path->string(),
                                        report->events, report->evidence_files),
                            fmt::format("{}: {} events, {} files of evidence\n", path->string(),
                                        report->events, report->evidence_files)});
}

}  // namespace

void add_backup_commands(CLI::App& app, Context& context) {
  auto kept = std::make_shared<Options>();
  CLI::App* backup = app.add_subcommand("backup", "all of the data folder in one file");
  backup->add_option("FILE", kept->file, "the backup")->required();
  backup->add_flag("--without-secrets", kept->without_secrets, "leave addresses out");
  backup->add_flag("--replace", kept->replace, "in place of a backup that stands there");
  backup->add_option("--data", kept->folder.data, "the data folder; without it TIENDO_DATA")
      ->type_name("DIR");
  backup->callback([kept, &context] { back_up(*kept, context); });

  auto brought = std::make_shared<Options>();
  CLI::App* restore = app.add_subcommand("restore", "make a data folder from a backup");
  restore->add_option("FILE", brought->file, "the backup")->required();
  restore->add_option("--data", brought->folder.data, "a folder that does not exist yet")
      ->type_name("DIR");
  restore->callback([brought, &context] { bring_back(*brought, context); });
}

}  // namespace tiendo::cli
