#include "server/account_routes.hpp"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>

#include "api/problem.hpp"
#include "server/account_json.hpp"
#include "server/account_refusals.hpp"
#include "server/cookies.hpp"

namespace tiendo::server {
namespace {

namespace json = boost::json;
using api::Method;
using api::Response;

constexpr std::string_view root = "/api/v1/";

// Where `*` in the pattern stands for an id, of which there is at most one.
std::optional<std::string> match(std::string_view path, std::string_view pattern) {
  if (!path.starts_with(root)) {
    return std::nullopt;
  }
  path.remove_prefix(root.size());
  const auto star = pattern.find('*');
  if (star == std::string_view::npos) {
    return path == pattern ? std::optional<std::string>{""} : std::nullopt;
  }
  const auto before = pattern.substr(0, star);
  const auto after = pattern.substr(star + 1);
  if (path.size() < before.size() + after.size() || !path.starts_with(before) ||
      !path.ends_with(after)) {
    return std::nullopt;
  }
  const auto id = path.substr(before.size(), path.size() - before.size() - after.size());
  return is_id(id) ? std::optional{std::string{id}} : std::nullopt;
}

// Who it is for.
enum class For : std::uint8_t {
  anybody,        // nobody has to be signed in
  signed_in,      // by whatever
  person,         // in a session
  administrator,  // in a session, or the owner
};

std::optional<Response> refuse(For whom, const AccountRoutes::Asked& asked) {
  if (whom == For::anybody || whom == For::signed_in) {
    return std::nullopt;
  }
  if (asked.who->by == Identity::By::token) {
    return not_by_token(asked.request);
  }
  if (whom == For::person) {
    return asked.who->by == Identity::By::owner ? std::optional{owner_has_none(asked.request)}
                                                : std::nullopt;
  }
  if (!asked.office.administers) {
    return not_permitted(asked.request);
  }
  return asked.office.knows_person ? std::nullopt : std::optional{unknown_person(asked.request)};
}

}  // namespace

struct AccountRoutes::Route {
  Method method;
  std::string_view name;  // of the operation, for `Allow`
  std::string_view pattern;
  For whom;
  Outcome (AccountRoutes::*act)(const Asked&, const std::string& id, Timestamp now);
};

std::span<const AccountRoutes::Route> AccountRoutes::routes() {
  using R = AccountRoutes;
  static constexpr std::array<Route, 11> all{{
      {Method::post, "POST", "session", For::anybody, &R::sign_in},
      {Method::get, "GET, HEAD", "session", For::signed_in, &R::who_am_i},
      {Method::del, "DELETE", "session", For::person, &R::sign_out},
      {Method::put, "PUT", "session/password", For::person, &R::change_password},
      {Method::get, "GET, HEAD", "sessions", For::person, &R::list_sessions},
      {Method::del, "DELETE", "sessions/*", For::person, &R::end_session},
      {Method::get, "GET, HEAD", "tokens", For::person, &R::list_tokens},
      {Method::post, "POST", "tokens", For::person, &R::make_token},
      {Method::del, "DELETE", "tokens/*", For::person, &R::revoke_token},
      {Method::put, "PUT", "users/*/password", For::administrator, &R::set_password},
      {Method::del, "DELETE", "users/*/sessions", For::administrator, &R::end_sessions},
  }};
  return all;
}

bool is_account_path(std::string_view path) {
  return std::ranges::any_of(AccountRoutes::routes(), [&](const auto& route) {
    return match(path, route.pattern).has_value();
  });
}

std::optional<model::UserId> administered_person(std::string_view path) {
  for (const std::string_view pattern : {"users/*/password", "users/*/sessions"}) {
    if (auto id = match(path, pattern)) {
      return model::UserId{std::move(*id)};
    }
  }
  return std::nullopt;
}

std::string AccountRoutes::allowed_methods(std::string_view path) {
  std::string all;
  for (const auto& route : routes()) {
    if (match(path, route.pattern)) {
      all += (all.empty() ? "" : ", ") + std::string{route.name};
    }
  }
  return all;
}

AccountRoutes::Outcome AccountRoutes::handle(const Asked& asked, Timestamp now) {
  for (const auto& route : routes()) {
    const auto id = match(asked.request.path, route.pattern);
    if (!id || route.method != asked.request.method) {
      continue;
    }
    if (auto refusal = refuse(route.whom, asked)) {
      return std::move(*refusal);
    }
    return (this->*route.act)(asked, *id, now);
  }
  const auto allowed = allowed_methods(asked.request.path);
  return allowed.empty() ? not_there(asked.request)
                         : api::method_not_allowed(allowed, asked.request.language);
}

AccountRoutes::Outcome AccountRoutes::who_am_i(const Asked& asked, const std::string&, Timestamp) {
  return answer(200, to_json(*asked.who));
}

AccountRoutes::Outcome AccountRoutes::sign_out(const Asked& asked, const std::string&, Timestamp) {
  const auto ended = sign_in_.end_session(asked.who->user, asked.who->id);
  if (ended.has_error()) {
    return api::unavailable(ended.error(), asked.request.language);
  }
  auto response = done();
  response.headers.emplace_back("Set-Cookie", clear_session_cookie(secure_));
  return response;
}

AccountRoutes::Outcome AccountRoutes::list_sessions(const Asked& asked, const std::string&,
                                                    Timestamp now) {
  const auto sessions = sign_in_.sessions(asked.who->user, now);
  if (sessions.has_error()) {
    return api::unavailable(sessions.error(), asked.request.language);
  }
  json::array list;
  for (const auto& session : *sessions) {
    auto one = to_json(session);
    one["current"] = session.id == asked.who->id;
    list.push_back(std::move(one));
  }
  return answer(200, {{"sessions", std::move(list)}});
}

AccountRoutes::Outcome AccountRoutes::end_session(const Asked& asked, const std::string& id,
                                                  Timestamp) {
  const auto ended = sign_in_.end_session(asked.who->user, id);
  if (ended.has_error()) {
    return api::unavailable(ended.error(), asked.request.language);
  }
  return *ended ? done() : unknown_session(asked.request);
}

AccountRoutes::Outcome AccountRoutes::list_tokens(const Asked& asked, const std::string&,
                                                  Timestamp now) {
  const auto tokens = sign_in_.tokens(asked.who->user, now);
  if (tokens.has_error()) {
    return api::unavailable(tokens.error(), asked.request.language);
  }
  json::array list;
  for (const auto& token : *tokens) {
    list.push_back(to_json(token));
  }
  return answer(200, {{"tokens", std::move(list)}});
}

AccountRoutes::Outcome AccountRoutes::make_token(const Asked& asked, const std::string&,
                                                 Timestamp now) {
  auto body = read_texts(asked.request, {{"name"}, {"scope"}, {"expires_at"}});
  if (auto* refusal = std::get_if<Response>(&body)) {
    return std::move(*refusal);
  }
  auto& texts = std::get<Texts>(body);
  const auto scope = model::named<port::Scope>(texts["scope"]);
  if (!scope) {
    return bad_scope(asked.request);
  }
  const auto expires_at = parse_timestamp(texts["expires_at"]);
  if (!expires_at) {
    return bad_instant(asked.request);
  }
  const auto made = sign_in_.make_token(asked.who->user, texts["name"], *scope, *expires_at, now);
  if (made.has_error()) {
    return api::unavailable(made.error(), asked.request.language);
  }
  if (const auto* refusal = std::get_if<SignIn::Refusal>(&*made)) {
    return api::problem(refusal->code == "too_many_tokens" ? 409 : 422, refusal->code,
                        refusal->reason, asked.request.language);
  }
  const auto& token = std::get<SignIn::MadeToken>(*made);
  auto shown = to_json(token.token);
  shown["secret"] = token.text;
  return answer(201, shown);
}

AccountRoutes::Outcome AccountRoutes::revoke_token(const Asked& asked, const std::string& id,
                                                   Timestamp) {
  const auto revoked = sign_in_.revoke_token(asked.who->user, id);
  if (revoked.has_error()) {
    return api::unavailable(revoked.error(), asked.request.language);
  }
  return *revoked ? done() : unknown_token(asked.request);
}

AccountRoutes::Outcome AccountRoutes::end_sessions(const Asked& asked, const std::string& id,
                                                   Timestamp) {
  const auto ended = sign_in_.end_all(model::UserId{id});
  if (ended.has_error()) {
    return api::unavailable(ended.error(), asked.request.language);
  }
  return answer(200, {{"sessions", ended->sessions}, {"tokens", ended->tokens}});
}

}  // namespace tiendo::server
