// The operations of AccountRoutes that hash passwords: each a look before, the work, and what
// follows from it.
#include "api/problem.hpp"
#include "server/account_json.hpp"
#include "server/account_refusals.hpp"
#include "server/account_routes.hpp"
#include "server/cookies.hpp"

namespace tiendo::server {

namespace json = boost::json;
using api::Response;

std::variant<SignIn::Attempt, Response> AccountRoutes::begin(const Asked& asked,
                                                             const model::UserId& user,
                                                             Timestamp now) {
  auto begun = sign_in_.begin(user, asked.visit.address, now);
  if (begun.has_error()) {
    return api::unavailable(begun.error(), asked.request.language);
  }
  if (const auto* wait = std::get_if<SignIn::Wait>(&*begun)) {
    return slow_down(asked.request, wait->time);
  }
  return std::get<SignIn::Attempt>(std::move(*begun));
}

Response AccountRoutes::opened(const Asked& asked, const model::UserId& user, int status,
                               Timestamp now) {
  const auto opened = sign_in_.open_session(user, asked.visit, now);
  if (opened.has_error()) {
    return api::unavailable(opened.error(), asked.request.language);
  }
  auto response = answer(status, to_json(opened->identity));
  response.headers.emplace_back("Set-Cookie",
                                set_session_cookie(opened->cookie, session_life_max, secure_));
  return response;
}

AccountRoutes::Outcome AccountRoutes::sign_in(const Asked& asked, const Place&, Timestamp at) {
  auto body = read_texts(asked.request, {{"user"}, {"password"}});
  if (auto* refusal = std::get_if<Response>(&body)) {
    return std::move(*refusal);
  }
  auto& texts = std::get<Texts>(body);
  auto begun = begin(asked, model::UserId{texts["user"]}, at);
  if (auto* refusal = std::get_if<Response>(&begun)) {
    return std::move(*refusal);
  }
  return HardWork{[this, asked, attempt = std::get<SignIn::Attempt>(begun),
                   password = texts["password"]]() -> Finish {
    const auto proof = passwords_.prove(attempt.hash, password);
    return [this, asked, attempt, proof](Timestamp now) -> Response {
      if (proof.has_error()) {
        sign_in_.give_up(attempt);
        return api::unavailable(proof.error(), asked.request.language);
      }
      const auto succeeded =
          proof->right ? sign_in_.succeed(attempt, proof->hashed_anew) : Result<bool>{false};
      if (succeeded.has_error()) {
        return api::unavailable(succeeded.error(), asked.request.language);
      }
      return *succeeded ? opened(asked, attempt.user, 201, now) : wrong_sign_in(asked.request);
    };
  }};
}

AccountRoutes::Outcome AccountRoutes::change_password(const Asked& asked, const Place&,
                                                      Timestamp at) {
  auto body = read_texts(asked.request, {{"old"}, {"new"}});
  if (auto* refusal = std::get_if<Response>(&body)) {
    return std::move(*refusal);
  }
  auto& texts = std::get<Texts>(body);
  if (texts["old"] == texts["new"]) {
    return same_password(asked.request);
  }
  if (const auto why = why_unfit(texts["new"], asked.who->user)) {
    return unfit_password(asked.request, *why);
  }
  auto begun = begin(asked, asked.who->user, at);
  if (auto* refusal = std::get_if<Response>(&begun)) {
    return std::move(*refusal);
  }
  return HardWork{[this, asked, attempt = std::get<SignIn::Attempt>(begun), old = texts["old"],
                   fresh = texts["new"]]() -> Finish {
    const auto proof = passwords_.prove(attempt.hash, old);
    const auto hash = proof && proof->right ? passwords_.hash(fresh) : Result<std::string>{""};
    return [this, asked, attempt, proof, hash](Timestamp now) -> Response {
      if (proof.has_error() || hash.has_error()) {
        sign_in_.give_up(attempt);
        return api::unavailable(proof.has_error() ? proof.error() : hash.error(),
                                asked.request.language);
      }
      const auto succeeded = proof->right ? sign_in_.succeed(attempt, {}) : Result<bool>{false};
      if (succeeded.has_error()) {
        return api::unavailable(succeeded.error(), asked.request.language);
      }
      if (!*succeeded) {
        return wrong_old_password(asked.request);
      }
      const auto set = sign_in_.set_password(attempt.user, {*hash, now, false});
      return set.has_error() ? api::unavailable(set.error(), asked.request.language)
                             : opened(asked, attempt.user, 200, now);
    };
  }};
}

AccountRoutes::Outcome AccountRoutes::set_password(const Asked& asked, const Place& place,
                                                   Timestamp) {
  const model::UserId user{place.person};
  if (user == asked.who->user) {
    return own_password(asked.request);
  }
  auto body = read_texts(asked.request, {{"password", false}});
  if (auto* refusal = std::get_if<Response>(&body)) {
    return std::move(*refusal);
  }
  auto& texts = std::get<Texts>(body);
  const bool is_given = texts.contains("password");
  const auto password = is_given ? texts["password"] : generate_password();
  if (const auto why = why_unfit(password, user)) {
    return unfit_password(asked.request, *why);
  }
  return HardWork{[this, request = asked.request, user, password, is_given]() -> Finish {
    const auto hash = passwords_.hash(password);
    return [this, request, user, password, is_given, hash](Timestamp now) -> Response {
      if (hash.has_error()) {
        return api::unavailable(hash.error(), request.language);
      }
      const auto set = sign_in_.set_password(user, {*hash, now, true});
      if (set.has_error()) {
        return api::unavailable(set.error(), request.language);
      }
      json::object shown{{"user", user.str()}, {"must_change_password", true}};
      if (!is_given) {
        shown["password"] = password;
      }
      return answer(200, shown);
    };
  }};
}

}  // namespace tiendo::server
