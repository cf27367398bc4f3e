#include "server/account_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>

#include "api/body.hpp"
#include "api/problem.hpp"

namespace tiendo::server {
namespace {

namespace json = boost::json;

api::Response bad_body(const api::Request& request, const std::string& member, const Text& why) {
  return api::problem(422, "bad_body", why, request.language, {{"member", member}});
}

api::Response not_json(const api::Request& request) {
  return api::problem(415, "not_json",
                      {"nội dung phải là JSON: hãy gửi Content-Type: application/json",
                       "the body has to be JSON: send Content-Type: application/json"},
                      request.language);
}

json::value instant(const std::optional<Timestamp>& at) {
  return at ? json::value(to_string(*at)) : json::value(nullptr);
}

std::variant<Texts, api::Response> take_texts(const json::object& object,
                                              const api::Request& request,
                                              std::initializer_list<Member> members) {
  Texts texts;
  for (const auto& [key, value] : object) {
    const std::string name{key};
    if (std::ranges::find(members, std::string_view{name}, &Member::name) == members.end()) {
      return bad_body(request, name,
                      {fmt::format("không có trường “{}”; hãy bỏ nó", name),
                       fmt::format("there is no member '{}'; leave it out", name)});
    }
    if (!value.is_string()) {
      return bad_body(request, name,
                      {fmt::format("trường “{}” phải là một chuỗi", name),
                       fmt::format("the member '{}' has to be a string", name)});
    }
    texts.emplace(name, std::string{value.as_string()});
  }
  for (const auto& member : members) {
    if (member.required && !texts.contains(member.name)) {
      return bad_body(request, std::string{member.name},
                      {fmt::format("thiếu trường “{}”", member.name),
                       fmt::format("the member '{}' is missing", member.name)});
    }
  }
  return texts;
}

}  // namespace

std::variant<Texts, api::Response> read_texts(const api::Request& request,
                                              std::initializer_list<Member> members) {
  if (request.body.empty()) {
    return take_texts({}, request, members);
  }
  if (!api::is_json(request.content_type)) {
    return not_json(request);
  }
  json::error_code failed;
  const auto body = json::parse(request.body, failed);
  if (failed) {
    return api::problem(400, "bad_json",
                        {"nội dung không phải là JSON: " + failed.message(),
                         "the body is no JSON: " + failed.message()},
                        request.language);
  }
  if (!body.is_object()) {
    return bad_body(request, "",
                    {"nội dung phải là một đối tượng JSON", "the body has to be a JSON object"});
  }
  return take_texts(body.get_object(), request, members);
}

json::object to_json(const Identity& identity) {
  static constexpr std::string_view proofs[] = {"session", "token", "owner"};
  json::object object{{"user", identity.user.str()},
                      {"signed_in_by", proofs[static_cast<std::size_t>(identity.by)]},
                      {"may_write", identity.may_write},
                      {"must_change_password", identity.must_change_password},
                      {"expires_at", instant(identity.expires_at)}};
  if (identity.by == Identity::By::session) {
    object["anti_forgery_token"] = identity.anti_forgery_token;
  }
  return object;
}

json::object to_json(const port::Session& session) {
  return {{"id", session.id},
          {"made_at", instant(session.made_at)},
          {"seen_at", instant(session.seen_at)},
          {"expires_at", instant(session.expires_at)},
          {"address", session.address},
          {"program", session.program}};
}

json::object to_json(const port::Token& token) {
  return {{"id", token.id},
          {"name", token.name},
          {"scope", model::name(token.scope)},
          {"made_at", instant(token.made_at)},
          {"expires_at", instant(token.expires_at)},
          {"used_at", instant(token.used_at)}};
}

api::Response answer(int status, const json::object& body) {
  api::Response response{status, "application/json", json::serialize(body), {}, {}};
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

api::Response done() {
  return {204, {}, {}, {}, {}};
}

}  // namespace tiendo::server
