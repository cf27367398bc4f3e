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

/// False, having complained, where no file can be meant: a backup does not go to standard output.
bool check_name(const std::string& file, Context& context) {
  if (!file.empty() && file != "-") {
    return true;
  }
  complain(context, {Exit::bad_input,
                     "bad_file_name",
                     {"bản sao lưu phải là một tệp có tên; hãy cho tên tệp, ví dụ ./tiendo.backup",
                      "a backup is a file with a name; give one, ./tiendo.backup for instance"}});
  return false;
}

boost::json::object to_json(const std::string& file, const journal::BackupReport& report) {
  boost::json::array damaged;
  boost::json::array missing;
  for (const auto& evidence : report.damaged) {
    damaged.emplace_back(evidence.hash);
    if (evidence.missing) {
      missing.emplace_back(evidence.hash);
    }
  }
  return {{"file", file},
          {"events", report.events},
          {"streams", report.streams},
          {"evidence_files", report.evidence_files},
          {"bytes", report.bytes},
          {"damaged", std::move(damaged)},
          {"missing", std::move(missing)}};
}

/// The backup was made, but not of everything.
void complain_of_damage(const Options& options, const journal::BackupReport& report,
                        Context& context) {
  for (const auto& [hash, missing] : report.damaged) {
    note(context, missing ? Text{"tài liệu bị mất, không có trong bản sao lưu: " + hash,
                                 "evidence that is missing is not in the backup: " + hash}
                          : Text{"tài liệu hỏng, không có trong bản sao lưu: " + hash,
                                 "evidence that is damaged was left out: " + hash});
  }
  const auto count = report.damaged.size();
  complain(context, {Exit::outside_failed,
                     "evidence_damaged",
                     {fmt::format("bản sao lưu đã được tạo nhưng thiếu {} tài liệu; hãy nộp lại "
                                  "tài liệu rồi sao lưu lại, và giữ các bản sao lưu cũ",
                                  count),
                      fmt::format("the backup was made but lacks {} files of evidence; hand them "
                                  "in again and back up anew, and keep older backups",
                                  count)},
                     to_json(options.file, report)});
}

void back_up(const Options& options, Context& context) {
  if (!check_name(options.file, context)) {
    return;
  }
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
  if (!report->damaged.empty()) {
    complain_of_damage(options, *report, context);
  } else if (context.json) {
    print(to_json(options.file, *report));
  }
  if (context.json) {
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
  for (const auto& hash : report->missing) {
    note(context, {"bản sao lưu không có tài liệu " + hash + "; hãy tìm trong bản sao lưu khác",
                   "the backup does not hold evidence " + hash + "; look in another backup"});
  }
  if (context.json) {
    print({{"data", path->string()},
           {"events", report->events},
           {"streams", report->streams},
           {"evidence_files", report->evidence_files},
           {"secrets", report->secrets},
           {"missing", boost::json::array(report->missing.begin(), report->missing.end())}});
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
