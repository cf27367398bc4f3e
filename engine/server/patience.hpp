#pragma once

#include <chrono>

#include "api/exchange.hpp"
#include "server/clock.hpp"

namespace tiendo::server {

/// What may take so long and no longer, from now on.
[[nodiscard]] inline api::Patience patience_for(std::chrono::nanoseconds time) {
  return [end = stopwatch() + time] { return stopwatch() < end; };
}

// Others wait behind it.
inline constexpr std::chrono::seconds computing_time_max{5};
inline constexpr std::chrono::seconds checking_time_max{60};

}  // namespace tiendo::server
