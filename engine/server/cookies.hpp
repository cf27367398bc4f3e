#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace tiendo::server {

/// What the session cookie is called. Behind TLS `__Host-tiendo`: browsers then keep it to this
/// host, refuse it from a neighbour in the domain, and send it over TLS alone (RFC 6265bis, 4.1.3).
[[nodiscard]] std::string_view session_cookie_name(bool secure) noexcept;

/// The value of the cookie called `name` in a `Cookie` header (RFC 6265, 4.2.1). Nothing where it
/// is not there, where its value holds what no cookie may, and where it is there twice: then
/// somebody else laid the other one. What other programs on this host left is passed over.
[[nodiscard]] std::optional<std::string> find_cookie(std::string_view header,
                                                     std::string_view name);

/// A `Set-Cookie` header that no script can read and no other site's page makes the browser send.
[[nodiscard]] std::string set_session_cookie(std::string_view value, std::chrono::seconds max_age,
                                             bool secure);
/// One that removes it.
[[nodiscard]] std::string clear_session_cookie(bool secure);

}  // namespace tiendo::server
