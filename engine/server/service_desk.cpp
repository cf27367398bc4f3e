#include "server/service_desk.hpp"

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

constexpr std::string_view service_path = "/api/v1/service";
constexpr std::string_view level_path = "/api/v1/service/log-level";
constexpr std::string_view confirm_path = "/api/v1/service/confirm-clock";
constexpr std::string_view contract_path = "/api/v1/openapi.yaml";

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

api::Response set_level(const api::Request& request) {
  auto body = api::read_body(request, "LogLevel");
  if (auto* wrong = std::get_if<api::Response>(&body)) {
    return std::move(*wrong);
  }
  const auto level = std::get<api::Body>(body).text("level");
  check(set_log_level(level), "the schema knows the levels");
  return api::json_response(json::object{{"level", level}});
}

api::Method method_of(std::string_view path) {
  if (path == level_path) {
    return api::Method::put;
  }
  return path == confirm_path ? api::Method::post : api::Method::get;
}

}  // namespace

std::string ServiceDesk::allowed_methods(std::string_view path) const {
  if (path == level_path) {
    return "PUT";
  }
  if (path == confirm_path) {
    return "POST";
  }
  return path == service_path || path == contract_path ? "GET, HEAD" : "";
}

void ServiceDesk::serve(const SharedVisitor& visitor) {
  visitor->operation = "service";
  Work work;
  work.language = visitor->request.language;
  work.run = [this, visitor](Timestamp now) -> api::Outcome { return handle(*visitor, now); };
  work.answer = [visitor](api::Outcome outcome) {
    visitor->answer(std::get<api::Response>(std::move(outcome)));
  };
  rooms_.loop.post(std::move(work));
}

/// On the engine's thread.
api::Response ServiceDesk::handle(const Visitor& visitor, Timestamp now) {
  const auto& request = visitor.request;
  if (request.method != method_of(request.path)) {
    return api::method_not_allowed(allowed_methods(request.path), request.language);
  }
  if (request.path == contract_path) {
    return contract();
  }
  if (!sight_of(visitor, rooms_.service, now).administers()) {
    return api::problem(403, "not_permitted",
                        {"việc này của quản trị viên", "this is for administrators"},
                        request.language);
  }
  if (request.path == level_path) {
    return set_level(request);
  }
  if (request.path == confirm_path) {
    rooms_.loop.confirm();
    return api::json_response(json::object{{"accepted", true}});
  }
  return show(now, request.language);
}

api::Response ServiceDesk::show(Timestamp now, Language language) const {
  return api::json_response(json::object{{"version", version_},
                                         {"position", rooms_.service.position()},
                                         {"now", to_string(now)},
                                         {"waiting", rooms_.loop.waiting()},
                                         {"held", hold_json(rooms_.loop.held())},
                                         {"backups", backups_json(rooms_.rotation, language)}});
}

}  // namespace tiendo::server
