#pragma once

#include "api/exchange.hpp"
#include "base/text.hpp"
#include "server/clock_guard.hpp"

namespace tiendo::server {

// Answers to requests that nobody looked at: 503, with a Retry-After, and safe to send again.

/// `overloaded`: too many wait already.
[[nodiscard]] api::Response overloaded(Language language);
/// `stopping`: the server is about to end.
[[nodiscard]] api::Response stopping(Language language);
/// `clock_held`, with the members `reason`, `by_s`, `recorded` and `clock`.
[[nodiscard]] api::Response clock_held(const Hold& hold, Language language);

}  // namespace tiendo::server
