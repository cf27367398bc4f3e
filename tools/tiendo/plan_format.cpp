#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

#include "api/finding_json.hpp"
#include "definition/file.hpp"
#include "definition/format.hpp"
#include "plan_commands.hpp"

namespace tiendo::cli {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

struct FormatOptions {
  std::vector<std::string> files;
  bool check = false;
};

/// What became of one file.
struct Answer {
  std::string file;
  bool changed = false;  // with --check: would be
  std::vector<definition::Finding> findings;
  std::string failure;
};

/// Puts `text` in the place of the file at `path`, all of it or nothing; false where that failed.
bool replace(const fs::path& path, const std::string& text) {
  std::error_code failed;
  const fs::path target = fs::canonical(path, failed);
  if (failed) {
    return false;
  }
  fs::path beside = target;
  beside += ".formatting";
  {
    std::ofstream out{beside, std::ios::binary | std::ios::trunc};
    out << text << std::flush;
    if (!out) {
      fs::remove(beside, failed);
      return false;
    }
  }
  fs::permissions(beside, fs::status(target).permissions(), failed);
  fs::rename(beside, target, failed);
  if (failed) {
    std::error_code ignored;
    fs::remove(beside, ignored);
  }
  return !failed;
}

void fail(Answer& answer, const Text& why, Context& context) {
  answer.failure = context.say(why);
  context.exit = Exit::outside_failed;
}

Answer format(const std::string& file, const FormatOptions& options, Context& context) {
  Answer answer{file, false, {}, {}};
  const auto text = definition::read_file(file);
  if (!text) {
    fail(answer, text.error().message, context);
    return answer;
  }
  auto formatted = definition::format_yaml(*text, file);
  answer.findings = std::move(formatted.findings);
  if (!formatted.value) {
    context.exit = std::max(context.exit, Exit::bad_input);
    return answer;
  }
  answer.changed = *formatted.value != *text;
  if (options.check) {
    context.exit = answer.changed ? std::max(context.exit, Exit::refused) : context.exit;
  } else if (file == "-" && !context.json) {
    std::cout << *formatted.value;
  } else if (file != "-" && answer.changed && !replace(file, *formatted.value)) {
    fail(answer, {"không ghi được " + file, "cannot write " + file}, context);
  }
  return answer;
}

void print(const Answer& answer, const FormatOptions& options, const Context& context) {
  for (const auto& finding : answer.findings) {
    std::cerr << to_string(finding, context.language) << '\n';
  }
  if (!answer.failure.empty()) {
    std::cerr << answer.failure << '\n';
  } else if (answer.changed && answer.file != "-") {
    const Text what = options.check ? Text{"chưa đúng cách trình bày", "is not formatted"}
                                    : Text{"đã trình bày lại", "formatted"};
    std::cout << answer.file << ": " << context.say(what) << '\n';
  }
}

void run(const FormatOptions& options, Context& context) {
  json::array answers;
  for (const auto& file : options.files) {
    const Answer answer = format(file, options, context);
    if (!context.json) {
      print(answer, options, context);
      continue;
    }
    json::object object{{"file", answer.file},
                        {"changed", answer.changed},
                        {"findings", api::to_json(answer.findings, context.language)}};
    if (!answer.failure.empty()) {
      object["error"] = answer.failure;
    }
    answers.push_back(std::move(object));
  }
  if (context.json) {
    std::cout << json::serialize(json::object{{"files", std::move(answers)}}) << '\n';
  }
}

}  // namespace

void add_plan_format(CLI::App& plan, Context& context) {
  auto options = std::make_shared<FormatOptions>();
  CLI::App* command = plan.add_subcommand(
      "format", "lay files out anew in place; comments and words stay as they are");
  command->add_option("FILE", options->files, "YAML files; - goes from standard input to output")
      ->required();
  command->add_flag("--check", options->check, "change nothing; exit 1 where something would be");
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace tiendo::cli
