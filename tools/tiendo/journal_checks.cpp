// journal verify, journal heads
#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <iostream>
#include <memory>
#include <optional>

#include "complain.hpp"
#include "folder_clock.hpp"
#include "journal/blob_folder.hpp"
#include "journal/folder_layout.hpp"
#include "journal/hash.hpp"
#include "journal/sqlite/data_folder.hpp"
#include "journal/sqlite/verify_store.hpp"
#include "journal_commands.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

struct Options {
  FolderOptions folder;
  std::optional<std::string> heads;
};

json::array to_json(const std::vector<journal::Head>& heads) {
  json::array all;
  for (const auto& head : heads) {
    all.push_back(json::object{
        {"stream", head.stream}, {"version", head.version}, {"hash", journal::to_hex(head.hash)}});
  }
  return all;
}

json::object to_json(const journal::Finding& finding, const Context& context) {
  const auto number = [](std::uint64_t value) {
    return value == 0 ? json::value(nullptr) : json::value(value);
  };
  return {{"message", context.say(finding.what)},
          {"position", number(finding.position)},
          {"stream", finding.stream.empty() ? json::value(nullptr) : json::value(finding.stream)},
          {"version", number(finding.version)}};
}

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

/// A look at the file of evidence under a hash. Makes nothing: a folder that is missing holds none.
journal::Verifier::EvidenceCheck evidence_check(const std::filesystem::path& folder) {
  const auto place = journal::evidence_in(folder);
  std::error_code failed;
  if (!std::filesystem::exists(place, failed)) {
    return [](const std::string&) -> std::optional<Text> {
      return Text{"thiếu thư mục tài liệu", "the folder of evidence is missing"};
    };
  }
  auto opened = journal::BlobFolder::open_in(place);
  if (opened.has_error()) {
    return [text = opened.error().message](const std::string&) { return std::optional{text}; };
  }
  return [blobs = std::shared_ptr<journal::BlobFolder>{std::move(*opened)}](
             const std::string& hash) -> std::optional<Text> {
    const auto checked = blobs->check(hash);
    return checked.has_error() ? std::optional{checked.error().message} : std::nullopt;
  };
}

void print_report(const journal::Report& report, Context& context) {
  if (context.json) {
    json::array findings;
    for (const auto& finding : report.findings) {
      findings.push_back(to_json(finding, context));
    }
    json::object document{{"rows", report.rows},
                          {"found", report.found},
                          {"findings", std::move(findings)},
                          {"heads", to_json(report.heads)}};
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
      folder->store(), {.evidence = evidence_check(folder->path()), .expected = std::move(*heads)});
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
    print({{"heads", to_json(*heads)}});
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
