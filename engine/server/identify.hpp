#pragma once

#include <optional>
#include <string>
#include <variant>

#include "api/exchange.hpp"
#include "server/sign_in.hpp"

namespace tiendo::server {

/// What proves a request, as its headers were sent; empty: not there.
struct Proof {
  std::string cookie;         // Cookie
  std::string authorization;  // Authorization
  std::string anti_forgery;   // X-Tiendo-Token
};

/// Who asks: somebody; nobody, which only signing in may be; or why the request goes no further.
using Asker = std::variant<Identity, std::monostate, api::Response>;

/// Finds who asks `request`, whose `caller` is not looked at. A header `Authorization` counts
/// alone, else the cookie does: then what is no GET needs the session's token beside it, which no
/// other site can read. On the thread of `sign_in`.
///
/// Answers 401 not_signed_in        nothing proves it, or what does has ended (the cookie goes)
///         403 forged               `X-Tiendo-Token` is missing or another session's
///         403 read_only            a token for reading would change something
///         403 password_due         the password has to be changed first
///         503 outside_failed       the accounts cannot be read
[[nodiscard]] Asker identify(SignIn& sign_in, const Proof& proof, const api::Request& request,
                             bool secure, Timestamp now);

}  // namespace tiendo::server
