#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "port/journal.hpp"
#include "runtime/engine.hpp"
#include "server/clock.hpp"

namespace tiendo::server {

/// Why nothing is recorded: what time it is has to be looked at by a person first.
struct Hold {
  enum class Reason : std::uint8_t {
    jump,     // the clock was set while the server ran
    behind,   // it started, and the clock is before what has been recorded
    absence,  // it started, nothing was recorded for long, and something has fallen due
  };
  Reason reason = Reason::jump;
  microseconds by{};    // how far the clock went; negative: back
  Timestamp recorded;   // until when all is right
  Timestamp clock_now;  // what the clock says, when the hold was last looked at
};
[[nodiscard]] std::string_view name(Hold::Reason reason);

/// Stands between the clock and the engine: a wrong clock must not send a year of reminders.
/// `held` from any thread, the rest on the engine's.
class ClockGuard {
 public:
  explicit ClockGuard(Clock& clock) : clock_{clock} {}

  struct Beginning {
    std::chrono::days longest_absence{60};  // design.md 5.6
    bool after_absence = false;             // somebody has looked already
  };
  /// At the start: looks at what was recorded last, and where that is long ago at what would be
  /// done now. `engine` is loaded from `journal`.
  [[nodiscard]] Result<void> begin(const runtime::Engine& engine, const port::Journal& journal,
                                   const Beginning& beginning);

  /// What time it is: while the clock is held, the last instant of `engine`, so that nothing that
  /// is shown follows a wrong clock.
  [[nodiscard]] Timestamp look(const runtime::Engine& engine);

  [[nodiscard]] bool holds() const noexcept { return holds_; }
  [[nodiscard]] std::optional<Hold> held() const;
  [[nodiscard]] microseconds until(Timestamp at) { return clock_.until(at); }

  /// A person has looked: what the clock says now is right.
  void confirm();

 private:
  void hold(Hold::Reason reason, microseconds by, Timestamp recorded, Timestamp now);

  Clock& clock_;
  std::atomic<bool> holds_ = false;
  mutable std::mutex mutex_;
  std::optional<Hold> held_;
};

}  // namespace tiendo::server
