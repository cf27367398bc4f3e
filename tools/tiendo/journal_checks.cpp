// journal verify, journal heads
#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <optional>

#include "api/journal_json.hpp"
#include "complain.hpp"
#include "folder_clock.hpp"
#include "journal/evidence_check.hpp"
#include "journal/sqlite/data_folder.hpp"
#include "journal/sqlite/verify_store.hpp"
#include "journal_commands.hpp"

namespace tiendo::cli {
namespace {

struct Options {
  FolderOptions folder;
  std::optional<std::string> heads;
};

std::string line_of(const journal::Finding& finding, const Context& context) {
  std::string where;
  if (finding.position != 0) {
    where = context.say(
        {fmt::format("dòng {}", finding.position), fmt::format("row {}", finding.position)});
  }
  if (!finding.stream.empty()) {
    where += fmt::format("{}{}", where.empty() ? "" : ", ", finding.stream);
    where += finding.version == 0 ? "" : fmt::format("#{}", finding.version);
  }
  return (where.empty() ? "" : where + ": ") + context.say(finding.what);
}

/// The folder of the options, open for reading; nothing, having complained, where that fails.
std::optional<journal::DataFolder> open(const Options& options, Context& context) {
  const auto path = folder_of(options.folder, context);
  if (!path) {
    return std::nullopt;
  }
  auto folder = journal::DataFolder::open_to_read(*path);
  if (folder.has_error()) {
    complain(context, outside(folder.error()));
    return std::nullopt;
  }
  return std::move(*folder);
}

/// Heads that were kept elsewhere; nothing, having complained, where they cannot be read.
std::optional<std::vector<journal::Head>> read_heads(const std::optional<std::string>& kept,
                                                     Context& context) {
  if (!kept) {
    return std::vector<journal::Head>{};
  }
  const auto text = read_or_complain(*kept, context);
  if (!text) {
    return std::nullopt;
  }
  auto heads = journal::parse_heads(*text, *kept);
  if (heads.has_error()) {
    const auto& error = heads.error();
    complain(context,
             {Exit::bad_input,
              "bad_heads",
              {error.where + ": " + error.message.vi, error.where + ": " + error.message.en}});
    return std::nullopt;
  }
  return std::move(*heads);
}

void print_report(const journal::Report& report, Context& context) {
  if (context.json) {
    auto document = api::to_json(report, context.language);
    if (report.found > 0) {
      document["error"] = context.say({"nhật ký không nguyên vẹn", "the journal is not intact"});
    }
    print(document);
    return;
  }
  for (const auto& finding : report.findings) {
    std::cerr << line_of(finding, context) << '\n';
  }
  if (report.found > report.findings.size()) {
    const auto more = report.found - report.findings.size();
    std::cerr << context.say(
        {fmt::format("… và {} lỗi khác\n", more), fmt::format("… and {} more\n", more)});
  }
  std::cout << context.say(
                   report.found == 0
                       ? journal::intact_journal(report.rows)
                       : Text{fmt::format("nhật ký không nguyên vẹn: {} lỗi trong {} dòng",
                                          report.found, report.rows),
                              fmt::format("the journal is not intact: {} findings in {} rows",
                                          report.found, report.rows)})
            << '\n';
  std::cout << journal::to_lines(report.heads);
}

void verify(const Options& options, Context& context) {
  const auto folder = open(options, context);
  auto heads = folder ? read_heads(options.heads, context) : std::nullopt;
  if (!heads) {
    return;
  }
  const auto report = journal::verify(
      folder->store(),
      {.evidence = journal::evidence_check(folder->path()), .expected = std::move(*heads)});
  print_report(report, context);
  if (report.found > 0) {
    context.exit = Exit::outside_failed;
  }
}

void print_heads(const Options& options, Context& context) {
  const auto folder = open(options, context);
  if (!folder) {
    return;
  }
  const auto heads = folder->store().heads();
  if (heads.has_error()) {
    complain(context, outside(heads.error()));
    return;
  }
  if (context.json) {
    print({{"heads", api::to_json(*heads)}});
  } else {
    std::cout << journal::to_lines(*heads);
  }
}

}  // namespace

void add_journal_checks(CLI::App& journal, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* check = journal.add_subcommand(
      "verify", "read every row and every file of evidence, and say what is not as it was written");
  check->add_option("--heads", options->heads, "heads that were kept elsewhere, to compare with")
      ->type_name("FILE");
  check->add_option("--data", options->folder.data, "the data folder; without it TIENDO_DATA")
      ->type_name("DIR");
  check->callback([options, &context] { verify(*options, context); });

  auto of_heads = std::make_shared<Options>();
  CLI::App* heads =
      journal.add_subcommand("heads", "the last hash of every stream: keep them elsewhere");
  heads->add_option("--data", of_heads->folder.data, "the data folder; without it TIENDO_DATA")
      ->type_name("DIR");
  heads->callback([of_heads, &context] { print_heads(*of_heads, context); });
}

}  // namespace tiendo::cli
