#include "findings_json.hpp"

#include <boost/json/object.hpp>

namespace tiendo::cli {

boost::json::array to_json(const std::vector<definition::Finding>& findings,
                           const Context& context) {
  boost::json::array all;
  for (const auto& finding : findings) {
    const bool error = finding.severity == definition::Severity::error;
    all.push_back(boost::json::object{{"severity", error ? "error" : "warning"},
                                      {"code", finding.code},
                                      {"file", finding.file},
                                      {"line", finding.at.line},
                                      {"column", finding.at.column},
                                      {"message", context.say(finding.message)}});
  }
  return all;
}

}  // namespace tiendo::cli
