#include "api/finding_json.hpp"

namespace tiendo::api {

boost::json::array to_json(std::span<const definition::Finding> findings, Language language) {
  boost::json::array all;
  for (const auto& finding : findings) {
    const bool error = finding.severity == definition::Severity::error;
    all.push_back(boost::json::object{{"severity", error ? "error" : "warning"},
                                      {"code", finding.code},
                                      {"file", finding.file},
                                      {"line", finding.at.line},
                                      {"column", finding.at.column},
                                      {"message", finding.message.in(language)}});
  }
  return all;
}

}  // namespace tiendo::api
