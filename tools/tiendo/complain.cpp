#include "complain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <iostream>

#include "api/finding_json.hpp"
#include "definition/file.hpp"

namespace tiendo::cli {

namespace json = boost::json;
using definition::Finding;
using definition::Severity;

Failure outside(const Error& error) {
  const auto where = error.where.empty() ? std::string{} : error.where + ": ";
  return {
      Exit::outside_failed, "outside_failed", {where + error.message.vi, where + error.message.en}};
}

void complain(Context& context, const Failure& failure) {
  context.exit = failure.exit;
  std::cerr << "tiendo: " << context.say(failure.message) << '\n';
  if (context.json) {
    json::object document{{"error", context.say(failure.message)}, {"code", failure.code}};
    for (const auto& [key, value] : failure.details) {
      document[key] = value;
    }
    print(document);
  }
}

void complain(Context& context, const std::vector<Finding>& findings) {
  for (const auto& finding : findings) {
    std::cerr << definition::to_string(finding, context.language) << '\n';
  }
  const auto errors = std::ranges::count(findings, Severity::error, &Finding::severity);
  if (errors == 0) {
    return;
  }
  context.exit = Exit::bad_input;
  if (context.json) {
    const Text text{fmt::format("tệp có {} lỗi", errors),
                    fmt::format("the file has {} error{}", errors, errors == 1 ? "" : "s")};
    print({{"error", context.say(text)},
           {"code", "bad_file"},
           {"findings", api::to_json(findings, context.language)}});
  }
}

void note(const Context& context, const Text& text) {
  std::cerr << "tiendo: " << context.say(text) << '\n';
}

void print(const json::object& document) {
  std::cout << json::serialize(document) << '\n';
}

std::optional<std::string> read_or_complain(const std::string& path, Context& context) {
  auto text = definition::read_file(path);
  if (text.has_error()) {
    auto error = text.error();
    error.where = path;
    complain(context, outside(error));
    return std::nullopt;
  }
  return std::move(*text);
}

}  // namespace tiendo::cli
