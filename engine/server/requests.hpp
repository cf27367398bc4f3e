#pragma once

#include <optional>

#include "api/exchange.hpp"
#include "server/http_message.hpp"
#include "server/sign_in.hpp"

namespace tiendo::server {

/// The request without its connection: method, path, query, body, language and the headers that the
/// API knows. Nothing where the query is not well encoded UTF-8, or the method is none of the API.
[[nodiscard]] std::optional<api::Request> to_api(HttpRequest& request);

/// Whether the API has operations of this method.
[[nodiscard]] bool is_known_method(std::string_view method);

/// Takes who asks into the request: the identity, and the headers by which the owner acts for
/// somebody (X-Tiendo-As) and the office enters what another did (X-Tiendo-On-Behalf-Of with
/// X-Tiendo-Document; percent-encoded UTF-8). The name of the header that is not; empty: all are.
[[nodiscard]] std::string_view set_caller(api::Request& request, const Identity& who,
                                          const HttpHeaders& headers);

/// Whether the request came from this machine.
[[nodiscard]] bool is_loopback(std::string_view address);

}  // namespace tiendo::server
