// The operations of AccountRoutes on sessions and tokens, which hash nothing.
#include <boost/json/array.hpp>

#include "api/problem.hpp"
#include "server/account_json.hpp"
#include "server/account_refusals.hpp"
#include "server/account_routes.hpp"
#include "server/cookies.hpp"

namespace tiendo::server {
namespace {

namespace json = boost::json;
using api::Response;

/// The account that is looked at: that of the path, else one's own.
model::UserId whose(const AccountRoutes::Asked& asked, const AccountRoutes::Place& place) {
  return place.person.empty() ? asked.who->user : model::UserId{place.person};
}

}  // namespace

AccountRoutes::Outcome AccountRoutes::who_am_i(const Asked& asked, const Place&, Timestamp) {
  return answer(200, to_json(*asked.who));
}

AccountRoutes::Outcome AccountRoutes::sign_out(const Asked& asked, const Place&, Timestamp) {
  const auto ended = sign_in_.end_session(asked.who->user, asked.who->id);
  if (ended.has_error()) {
    return api::unavailable(ended.error(), asked.request.language);
  }
  auto response = done();
  response.headers.emplace_back("Set-Cookie", clear_session_cookie(secure_));
  return response;
}

AccountRoutes::Outcome AccountRoutes::list_sessions(const Asked& asked, const Place& place,
                                                    Timestamp now) {
  const auto sessions = sign_in_.sessions(whose(asked, place), now);
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

AccountRoutes::Outcome AccountRoutes::end_session(const Asked& asked, const Place& place,
                                                  Timestamp) {
  const auto ended = sign_in_.end_session(whose(asked, place), place.id);
  if (ended.has_error()) {
    return api::unavailable(ended.error(), asked.request.language);
  }
  return *ended ? done() : unknown_session(asked.request);
}

AccountRoutes::Outcome AccountRoutes::list_tokens(const Asked& asked, const Place& place,
                                                  Timestamp now) {
  const auto tokens = sign_in_.tokens(whose(asked, place), now);
  if (tokens.has_error()) {
    return api::unavailable(tokens.error(), asked.request.language);
  }
  json::array list;
  for (const auto& token : *tokens) {
    list.push_back(to_json(token));
  }
  return answer(200, {{"tokens", std::move(list)}});
}

AccountRoutes::Outcome AccountRoutes::make_token(const Asked& asked, const Place& place,
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
  const auto made =
      sign_in_.make_token(whose(asked, place), texts["name"], *scope, *expires_at, now);
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

AccountRoutes::Outcome AccountRoutes::revoke_token(const Asked& asked, const Place& place,
                                                   Timestamp) {
  const auto revoked = sign_in_.revoke_token(whose(asked, place), place.id);
  if (revoked.has_error()) {
    return api::unavailable(revoked.error(), asked.request.language);
  }
  return *revoked ? done() : unknown_token(asked.request);
}

AccountRoutes::Outcome AccountRoutes::end_sessions(const Asked& asked, const Place& place,
                                                   Timestamp) {
  const auto ended = sign_in_.end_all(model::UserId{place.person});
  if (ended.has_error()) {
    return api::unavailable(ended.error(), asked.request.language);
  }
  return answer(200, {{"sessions", ended->sessions}, {"tokens", ended->tokens}});
}

}  // namespace tiendo::server
