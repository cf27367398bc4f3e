// What AccountRoutes has, and for whom; what is done is in session_routes.cpp and
// password_routes.cpp.
#include "server/account_routes.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "api/problem.hpp"
#include "server/account_refusals.hpp"

namespace tiendo::server {
namespace {

using api::Method;
using api::Response;

constexpr std::string_view root = "/api/v1/";

/// The part up to the next slash, taken off `rest`.
std::string_view next_part(std::string_view& rest) {
  const auto end = std::min(rest.find('/'), rest.size());
  const auto part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

// Where `*` in the pattern stands for an id: the first below users/ is that of a person.
std::optional<AccountRoutes::Place> match(std::string_view path, std::string_view pattern) {
  if (!path.starts_with(root)) {
    return std::nullopt;
  }
  path.remove_prefix(root.size());
  if (std::ranges::count(path, '/') != std::ranges::count(pattern, '/')) {
    return std::nullopt;
  }
  const bool of_person = pattern.starts_with("users/");
  std::vector<std::string> ids;
  while (!pattern.empty()) {
    const auto wanted = next_part(pattern);
    const auto given = next_part(path);
    if (wanted == "*" ? !is_id(given) : wanted != given) {
      return std::nullopt;
    }
    if (wanted == "*") {
      ids.emplace_back(given);
    }
  }
  ids.resize(2);
  return of_person ? AccountRoutes::Place{std::move(ids[0]), std::move(ids[1])}
                   : AccountRoutes::Place{"", std::move(ids[0])};
}

// Who it is for.
enum class For : std::uint8_t {
  anybody,        // nobody has to be signed in
  signed_in,      // by whatever
  person,         // in a session
  administrator,  // in a session, or the owner
  owner,          // who holds the folder: he may act as anybody anyway
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
  if (whom == For::owner && asked.who->by != Identity::By::owner) {
    return only_by_owner(asked.request);
  }
  return asked.office.knows_person ? std::nullopt : std::optional{unknown_person(asked.request)};
}

}  // namespace

struct AccountRoutes::Route {
  Method method;
  std::string_view name;  // of the operation, for `Allow`
  std::string_view pattern;
  For whom;
  Outcome (AccountRoutes::*act)(const Asked&, const Place& place, Timestamp now);
};

std::span<const AccountRoutes::Route> AccountRoutes::routes() {
  using R = AccountRoutes;
  static constexpr std::array<Route, 16> all{{
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
      {Method::get, "GET, HEAD", "users/*/sessions", For::administrator, &R::list_sessions},
      {Method::del, "DELETE", "users/*/sessions", For::administrator, &R::end_sessions},
      {Method::del, "DELETE", "users/*/sessions/*", For::administrator, &R::end_session},
      {Method::get, "GET, HEAD", "users/*/tokens", For::administrator, &R::list_tokens},
      {Method::post, "POST", "users/*/tokens", For::owner, &R::make_token},
      {Method::del, "DELETE", "users/*/tokens/*", For::administrator, &R::revoke_token},
  }};
  return all;
}

bool is_account_path(std::string_view path) {
  return std::ranges::any_of(AccountRoutes::routes(), [&](const auto& route) {
    return match(path, route.pattern).has_value();
  });
}

std::optional<model::UserId> administered_person(std::string_view path) {
  for (const auto& route : AccountRoutes::routes()) {
    if (auto place = match(path, route.pattern); place && !place->person.empty()) {
      return model::UserId{std::move(place->person)};
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
    const auto place = match(asked.request.path, route.pattern);
    if (!place || route.method != asked.request.method) {
      continue;
    }
    if (auto refusal = refuse(route.whom, asked)) {
      return std::move(*refusal);
    }
    return (this->*route.act)(asked, *place, now);
  }
  const auto allowed = allowed_methods(asked.request.path);
  return allowed.empty() ? not_there(asked.request)
                         : api::method_not_allowed(allowed, asked.request.language);
}

}  // namespace tiendo::server
