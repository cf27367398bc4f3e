#include "server/service_routes.hpp"

#include <boost/json/serialize.hpp>

#include "api/body.hpp"
#include "api/lists.hpp"
#include "api/problem.hpp"
#include "base/check.hpp"
#include "definition/embedded.hpp"
#include "server/log.hpp"

namespace tiendo::server {
namespace {

namespace json = boost::json;
using api::Method;

constexpr std::string_view service_path = "/api/v1/service";
constexpr std::string_view level_path = "/api/v1/service/log-level";
constexpr std::string_view confirm_path = "/api/v1/service/confirm-clock";
constexpr std::string_view contract_path = "/api/v1/openapi.yaml";

Method method_of(std::string_view path) {
  if (path == level_path) {
    return Method::put;
  }
  return path == confirm_path ? Method::post : Method::get;
}

json::value hold_json(const std::optional<Hold>& hold) {
  if (!hold) {
    return nullptr;
  }
  return {{"reason", name(hold->reason)},
          {"by_s", std::chrono::duration_cast<std::chrono::seconds>(hold->by).count()},
          {"recorded", to_string(hold->recorded)},
          {"clock", to_string(hold->clock_now)}};
}

json::value backups_json(const BackupRotation* rotation, Language language) {
  if (rotation == nullptr) {
    return nullptr;
  }
  const auto status = rotation->status();
  return {{"last", status.last ? json::value(to_string(*status.last)) : json::value(nullptr)},
          {"failure", status.failure ? json::value(status.failure->message.in(language))
                                     : json::value(nullptr)}};
}

api::Response contract() {
  const auto text = embedded::file("schemas/openapi.yaml");
  check(text.has_value(), "schemas/openapi.yaml is missing in the program");
  api::Response response;
  response.content_type = "application/yaml";
  response.body = *text;
  return response;
}

}  // namespace

bool ServiceRoutes::is_ours(std::string_view path) {
  return path == service_path || path == level_path || path == confirm_path ||
         path == contract_path;
}

std::string ServiceRoutes::allowed_methods(std::string_view path) {
  if (path == level_path) {
    return "PUT";
  }
  return path == confirm_path ? "POST" : "GET, HEAD";
}

api::Response ServiceRoutes::handle(const api::Request& request, const Office& office) {
  if (request.method != method_of(request.path)) {
    return api::method_not_allowed(allowed_methods(request.path), request.language);
  }
  if (request.path == contract_path) {
    return contract();
  }
  if (!office.administers) {
    return api::problem(403, "not_permitted",
                        {"việc này của quản trị viên", "this is for administrators"},
                        request.language);
  }
  if (request.path == level_path) {
    return set_level(request);
  }
  if (request.path == confirm_path) {
    loop_.confirm();
    return api::json_response(json::object{{"accepted", true}});
  }
  return show(office, request.language);
}

api::Response ServiceRoutes::show(const Office& office, Language language) const {
  return api::json_response(json::object{{"version", version_},
                                         {"position", office.position},
                                         {"now", to_string(office.now)},
                                         {"waiting", loop_.waiting()},
                                         {"held", hold_json(loop_.held())},
                                         {"backups", backups_json(rotation_, language)}});
}

api::Response ServiceRoutes::set_level(const api::Request& request) const {
  auto body = api::read_body(request, "LogLevel");
  if (auto* wrong = std::get_if<api::Response>(&body)) {
    return std::move(*wrong);
  }
  const auto level = std::get<api::Body>(body).text("level");
  check(set_log_level(level), "the schema knows the levels");
  return api::json_response(json::object{{"level", level}});
}

}  // namespace tiendo::server
