#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <iostream>
#include <memory>

#include "api/plan_json.hpp"
#include "definition/holidays.hpp"
#include "definition/plan_reader.hpp"
#include "plan_commands.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;
using definition::Finding;
using definition::Severity;

/// What was found in one of the files that were asked about.
struct Answer {
  std::string file;
  std::vector<Finding> findings;
  std::string failure;  // why it could not be read at all

  [[nodiscard]] std::size_t count(Severity severity) const {
    return static_cast<std::size_t>(std::ranges::count(findings, severity, &Finding::severity));
  }
};

Answer check(const std::string& file, Context& context) {
  auto read = definition::read_plan_file(file, definition::built_in_working_days());
  if (!read) {
    context.exit = Exit::outside_failed;
    return {file, {}, context.say(read.error().message)};
  }
  if (!read->value && context.exit == Exit::done) {
    context.exit = Exit::bad_input;
  }
  return {file, std::move(read->findings), {}};
}

json::object to_json(const Answer& answer, const Context& context) {
  json::object object{{"file", answer.file}};
  for (auto& member : api::check_json(answer.findings, context.language)) {
    object[member.key()] = std::move(member.value());
  }
  if (!answer.failure.empty()) {
    object["valid"] = false;
    object["error"] = answer.failure;
  }
  return object;
}

void print(const Answer& answer, const Context& context) {
  for (const Finding& finding : answer.findings) {
    std::cerr << to_string(finding, context.language) << '\n';
  }
  if (!answer.failure.empty()) {
    std::cerr << answer.failure << '\n';
    return;
  }
  const auto errors = answer.count(Severity::error);
  const auto warnings = answer.count(Severity::warning);
  const Text verdict =
      errors == 0 ? Text{"dùng được", "in order"} : Text{"chưa dùng được", "not in order"};
  std::cout << context.say(
      {fmt::format("{}: {} ({} lỗi, {} cảnh báo)\n", answer.file, verdict.vi, errors, warnings),
       fmt::format("{}: {} ({} errors, {} warnings)\n", answer.file, verdict.en, errors,
                   warnings)});
}

void run(const std::vector<std::string>& files, Context& context) {
  json::array answers;
  for (const auto& file : files) {
    const Answer answer = check(file, context);
    if (context.json) {
      answers.push_back(to_json(answer, context));
    } else {
      print(answer, context);
    }
  }
  if (context.json) {
    std::cout << json::serialize(json::object{{"files", std::move(answers)}}) << '\n';
  }
}

}  // namespace

void add_plan_check(CLI::App& plan, Context& context) {
  auto files = std::make_shared<std::vector<std::string>>();
  CLI::App* command =
      plan.add_subcommand("check", "every error and warning of plan files, with its place");
  command->add_option("FILE", *files, "plan files; - is standard input")->required();
  command->callback([files, &context] { run(*files, context); });
}

}  // namespace tiendo::cli
