#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "base/time.hpp"
#include "server/http_server.hpp"
#include "server/server.hpp"
#include "server/systemd.hpp"

namespace tiendo::server {

/// Passwords do not go over a wire that others can read.
[[nodiscard]] std::optional<Error> why_not_listen(const ServerOptions& options);

/// Has `http` listen where the options say, or at the sockets that systemd holds for it. Answers
/// its address, "http://127.0.0.1:8750". `wall`: what time it is outside of a rehearsal.
[[nodiscard]] Result<std::string> listen(HttpServer& http, const ServerOptions& options,
                                         const Systemd& systemd, Timestamp wall);

}  // namespace tiendo::server
