#include "api/journal_json.hpp"

#include <boost/json/value.hpp>

#include "api/json_parts.hpp"
#include "journal/hash.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;

json::object to_json(const journal::Finding& finding, Language language) {
  const auto number = [](std::uint64_t value) {
    return value == 0 ? json::value(nullptr) : json::value(value);
  };
  return {{"message", finding.what.in(language)},
          {"position", number(finding.position)},
          {"stream", text_or_null(finding.stream)},
          {"version", number(finding.version)}};
}

}  // namespace

json::array to_json(const std::vector<journal::Head>& heads) {
  json::array all;
  for (const auto& head : heads) {
    all.push_back(json::object{
        {"stream", head.stream}, {"version", head.version}, {"hash", journal::to_hex(head.hash)}});
  }
  return all;
}

json::object to_json(const journal::Report& report, Language language) {
  json::array findings;
  for (const auto& finding : report.findings) {
    findings.push_back(to_json(finding, language));
  }
  return {{"rows", report.rows},
          {"found", report.found},
          {"findings", std::move(findings)},
          {"heads", to_json(report.heads)}};
}

}  // namespace tiendo::api
