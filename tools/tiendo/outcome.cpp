#include "outcome.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <iostream>

#include "api/percent.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

/// A batch of people is hundreds of lines: the first of them, and how many more.
constexpr std::size_t told_max = 20;

std::string_view text_of(const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  return value != nullptr && value->is_string() ? std::string_view{value->get_string()}
                                                : std::string_view{};
}

void print_events(const json::array& events, const Context& context) {
  for (std::size_t i = 0; i < std::min(events.size(), told_max); ++i) {
    const auto& entry = events[i].as_object();
    const auto task = text_of(entry, "task");
    std::cout << task << (task.empty() ? "" : ": ") << text_of(entry, "text") << '\n';
  }
  if (events.size() > told_max) {
    const auto more = events.size() - told_max;
    std::cout << context.say(
        {fmt::format("… và {} việc khác\n", more), fmt::format("… and {} more\n", more)});
  }
}

void print_text(const json::object& outcome, const Context& context) {
  const auto& events = outcome.at("events").as_array();
  const auto& told = outcome.at("told").as_array();
  const auto by_clock = outcome.at("by_clock").to_number<std::uint64_t>();
  print_events(events, context);
  std::string names;
  for (const auto& one : told) {
    names += (names.empty() ? "" : ", ") + std::string{one.as_string()};
  }
  if (!names.empty()) {
    std::cout << context.say({"báo cho: ", "told: "}) << names << '\n';
  }
  if (by_clock > 0) {
    note(context, {fmt::format("đã ghi {} việc đến lúc trong thời gian qua", by_clock),
                   fmt::format("{} things that had fallen due were recorded", by_clock)});
  }
  if (events.empty() && by_clock == 0) {
    std::cout << context.say({"không có gì thay đổi\n", "nothing changed\n"});
  }
}

/// What was found in a file that was sent, as a file on disk is told of.
void print_findings(const json::object& problem, const Context& context) {
  const auto* findings = problem.if_contains("findings");
  for (const auto& one : findings == nullptr ? json::array{} : findings->as_array()) {
    const auto& finding = one.as_object();
    const bool error = text_of(finding, "severity") == "error";
    std::cerr << fmt::format(
        "{}:{}:{}: {}: {}\n", text_of(finding, "file"), finding.at("line").as_int64(),
        finding.at("column").as_int64(),
        error ? context.say({"lỗi", "error"}) : context.say({"cảnh báo", "warning"}),
        text_of(finding, "message"));
  }
}

/// 4xx is what was asked for; what the rules refuse is told apart from what cannot be read.
Exit exit_of(int status) {
  switch (status) {
    case 403:
    case 404:
    case 409:
    case 412:
      return Exit::refused;
    default:
      return status >= 500 || status == 401 || status == 429 ? Exit::outside_failed
                                                             : Exit::bad_input;
  }
}

void complain_of(const api::Response& response, Context& context) {
  boost::system::error_code failed;
  const auto body = json::parse(response.body, failed);
  if (failed || !body.is_object()) {
    complain(context, {Exit::outside_failed,
                       "bad_answer",
                       {fmt::format("câu trả lời không đọc được ({})", response.status),
                        fmt::format("the answer cannot be read ({})", response.status)}});
    return;
  }
  const auto& problem = body.get_object();
  print_findings(problem, context);
  const std::string detail{text_of(problem, "detail")};
  json::object details;
  if (const auto* findings = problem.if_contains("findings")) {
    details["findings"] = *findings;
  }
  complain(context, {exit_of(response.status),
                     std::string{text_of(problem, "code")},
                     {detail, detail},
                     std::move(details)});
}

}  // namespace

std::optional<json::object> ask(OfficeWriter& office, const OfficeWriter::Wish& wish,
                                Context& context) {
  const auto response = office.ask(wish);
  if (response.status >= 300) {
    complain_of(response, context);
    return std::nullopt;
  }
  if (response.body.empty()) {
    return json::object{{"accepted", true}};
  }
  auto outcome = json::parse(response.body).as_object();
  print_findings(outcome, context);
  return outcome;
}

bool carry_out(OfficeWriter& office, const OfficeWriter::Wish& wish, Context& context) {
  const auto outcome = ask(office, wish, context);
  if (!outcome) {
    return false;
  }
  if (context.json) {
    print(*outcome);
  } else {
    print_text(*outcome, context);
  }
  return true;
}

std::string api_path(std::initializer_list<std::string_view> parts) {
  std::string path = "/api/v1";
  for (const auto part : parts) {
    path += '/' + api::percent_encoded(part);
  }
  return path;
}

}  // namespace tiendo::cli
