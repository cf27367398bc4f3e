#include "server/door.hpp"

#include <utility>

#include "api/answers.hpp"
#include "api/problem.hpp"
#include "server/accept.hpp"
#include "server/requests.hpp"

namespace tiendo::server {
namespace {

constexpr const char* plain_type = "text/plain; charset=utf-8";
constexpr const char* metrics_type = "application/openmetrics-text; version=1.0.0; charset=utf-8";

std::string_view path_of(const HttpRequest& request) {
  return std::string_view{request.target}.substr(0, request.target.find('?'));
}

Language language_of(const HttpRequest& request) {
  return choose_language(request.headers.joined("Accept-Language"));
}

HttpResponse plain(int status, std::string content_type, std::string body) {
  HttpResponse response;
  response.status = status;
  response.content_type = std::move(content_type);
  response.body = std::move(body);
  return response;
}

Proof proof_of(const HttpRequest& request) {
  return {request.headers.joined("Cookie"), std::string{request.headers.get("Authorization")},
          std::string{request.headers.get("X-Tiendo-Token")}};
}

}  // namespace

HttpIntake Door::intake(const HttpRequest& head) {
  auto intake = desk_of(path_of(head)).intake();
  if (!intake.spool_to.empty()) {
    intake.refusal = why_not_spool(head);
  }
  return intake;
}

void Door::handle(HttpRequest request, HttpReply reply) {
  if (auto open = answer_open(request)) {
    reply(std::move(*open));
    return;
  }
  const auto visitor =
      std::make_shared<Visitor>(rooms_.way_back, std::move(request), std::move(reply));
  auto refusal = why_not_read(*visitor);
  if (!refusal) {
    refusal = why_not(*visitor);
  }
  if (refusal) {
    visitor->answer(std::move(*refusal));
  } else {
    desk_of(visitor->request.path).serve(visitor);
  }
}

/// What needs no sign-in.
std::optional<HttpResponse> Door::answer_open(const HttpRequest& request) const {
  const auto path = path_of(request);
  if (request.method != "GET") {
    return std::nullopt;
  }
  if (path == "/healthz") {
    return plain(200, plain_type, "ok\n");
  }
  if (path == "/readyz") {
    const bool held = rooms_.loop.held().has_value();
    return plain(held ? 503 : 200, plain_type, held ? "clock held\n" : "ready\n");
  }
  if (path == "/metrics" && is_loopback(request.peer)) {
    return plain(200, metrics_type, rooms_.way_back.metrics.render());
  }
  return options_.pages.answer(path, language_of(request));
}

Desk& Door::desk_of(std::string_view path) const {
  for (const auto& desk : desks_) {
    if (!desk->allowed_methods(path).empty()) {
      return *desk;
    }
  }
  return *desks_.back();
}

/// Reads what is asked for, or says why that cannot be read.
std::optional<api::Response> Door::why_not_read(Visitor& visitor) const {
  if (auto asked = to_api(visitor.http)) {
    visitor.request = std::move(*asked);
    return std::nullopt;
  }
  const auto language = language_of(visitor.http);
  const auto path = path_of(visitor.http);
  const auto allowed = desk_of(path).allowed_methods(path);
  if (!is_known_method(visitor.http.method) && !allowed.empty()) {
    return api::method_not_allowed(allowed, language);
  }
  return api::problem(
      400, "bad_target",
      {"đường dẫn hoặc phương thức không đọc được", "the path or the method cannot be read"},
      language);
}

Asker Door::find_asker(const HttpRequest& http, const api::Request& request) const {
  return identify(rooms_.sign_in, proof_of(http), request, http.secure, options_.wall());
}

/// Learns who the visitor is, or says why he may not come in.
std::optional<api::Response> Door::why_not(Visitor& visitor) const {
  auto& request = visitor.request;
  auto asker = find_asker(visitor.http, request);
  if (auto* refusal = std::get_if<api::Response>(&asker)) {
    return std::move(*refusal);
  }
  if (auto* who = std::get_if<Identity>(&asker)) {
    if (const auto wrong = set_caller(request, *who, visitor.http.headers); !wrong.empty()) {
      return api::bad_parameter(
          {{"là UTF-8 mã hóa phần trăm", "is percent-encoded UTF-8"}, std::string{wrong}},
          request.language);
    }
    visitor.who = std::move(*who);
  }
  if (!request.query.empty() && !desk_of(request.path).takes_query()) {
    return api::bad_parameter({{"không dùng ở đây: bỏ đi", "is not taken here: leave it out"},
                               request.query.front().first},
                              request.language);
  }
  return std::nullopt;
}

/// Of what would take room on the disk before anybody asks who sends it.
std::optional<HttpResponse> Door::why_not_spool(HttpRequest head) const {
  const auto asked = to_api(head);
  if (!asked) {
    return std::nullopt;  // it is refused later
  }
  auto asker = find_asker(head, *asked);
  auto* refusal = std::get_if<api::Response>(&asker);
  return refusal == nullptr ? std::nullopt : std::optional{to_http(std::move(*refusal))};
}

}  // namespace tiendo::server
