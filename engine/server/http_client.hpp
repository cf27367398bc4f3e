#pragma once

#include "api/exchange.hpp"
#include "base/result.hpp"
#include "server/owner_file.hpp"

namespace tiendo::server {

/// Asks the server that holds a data folder, from the same machine, as the owner or as whomever
/// `request.caller` names: one request, one connection. Waits up to a minute. An error where nobody
/// answers. Any thread.
///
/// The certificate of a server that speaks TLS is not looked at: address and token come from the
/// folder itself, and nothing leaves the machine.
[[nodiscard]] Result<api::Response> ask_server(const OwnerAccess& access,
                                               const api::Request& request);

}  // namespace tiendo::server
