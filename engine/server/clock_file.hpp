#pragma once

#include <filesystem>
#include <optional>

#include "base/result.hpp"
#include "base/time.hpp"

namespace tiendo::server {

/// How the clock of a rehearsal was left.
struct ClockLeft {
  Timestamp now;
  double speed = 1;  // 0: it stood still

  friend bool operator==(const ClockLeft&, const ClockLeft&) = default;
};

// The file clock.json of the data folder of a rehearsal: `{"now":"2025-04-20T08:30:00+07:00",
// "speed":0}`. It is no record: without it the clock goes on from the last event.

[[nodiscard]] Result<void> write_clock_file(const std::filesystem::path& folder,
                                            const ClockLeft& left);
/// Nothing where there is none, or none that is understood.
[[nodiscard]] std::optional<ClockLeft> read_clock_file(const std::filesystem::path& folder);

}  // namespace tiendo::server
