#include "server/requests.hpp"

#include "api/percent.hpp"
#include "server/accept.hpp"

namespace tiendo::server {
namespace {

constexpr const char* as_header = "X-Tiendo-As";
constexpr const char* on_behalf_header = "X-Tiendo-On-Behalf-Of";
constexpr const char* document_header = "X-Tiendo-Document";

std::optional<api::Method> method_of(std::string_view name) {
  if (name == "GET") {
    return api::Method::get;
  }
  if (name == "POST") {
    return api::Method::post;
  }
  if (name == "PUT") {
    return api::Method::put;
  }
  if (name == "DELETE") {
    return api::Method::del;
  }
  return std::nullopt;
}

/// `a=1&b=%20`, where a blank may also be written as +.
std::optional<api::Fields> read_query(std::string text) {
  for (auto& c : text) {
    c = c == '+' ? ' ' : c;
  }
  api::Fields fields;
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('&'), rest.size());
    const auto pair = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (pair.empty()) {
      continue;
    }
    const auto equals = std::min(pair.find('='), pair.size());
    auto name = api::percent_decoded(pair.substr(0, equals));
    auto value = api::percent_decoded(pair.substr(std::min(equals + 1, pair.size())));
    if (!name || !value) {
      return std::nullopt;
    }
    fields.emplace_back(std::move(*name), std::move(*value));
  }
  return fields;
}

}  // namespace

bool is_known_method(std::string_view method) {
  return method_of(method).has_value();
}

std::optional<api::Request> to_api(HttpRequest& request) {
  const auto method = method_of(request.method);
  const auto mark = std::min(request.target.find('?'), request.target.size());
  auto query = read_query(request.target.substr(std::min(mark + 1, request.target.size())));
  if (!method || !query || !request.target.starts_with('/')) {
    return std::nullopt;
  }
  api::Request asked;
  asked.method = *method;
  asked.path = request.target.substr(0, mark);
  asked.query = std::move(*query);
  asked.content_type = request.headers.get("Content-Type");
  asked.body = std::move(request.body);
  asked.language = choose_language(request.headers.joined("Accept-Language"));
  asked.key = request.headers.get("Idempotency-Key");
  asked.if_match = request.headers.joined("If-Match");
  return asked;
}

std::string_view set_caller(api::Request& request, const Identity& who,
                            const HttpHeaders& headers) {
  for (const auto* name : {as_header, on_behalf_header, document_header}) {
    if (!api::percent_decoded(headers.get(name))) {
      return name;
    }
  }
  auto& caller = request.caller;
  caller.user = who.user;
  if (who.by == Identity::By::owner) {
    caller.sees_all = true;
    const auto other = *api::percent_decoded(headers.get(as_header));
    caller.user = other.empty() ? who.user : model::UserId{other};
  }
  const auto whom = *api::percent_decoded(headers.get(on_behalf_header));
  const auto document = *api::percent_decoded(headers.get(document_header));
  if (!whom.empty() || !document.empty()) {
    caller.on_behalf = model::OnBehalf{whom, document};
  }
  return {};
}

bool is_loopback(std::string_view address) {
  return address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.");
}

}  // namespace tiendo::server
