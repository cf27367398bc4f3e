#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>

#include "base/time.hpp"

namespace tiendo::server {

using std::chrono::microseconds;

/// The clocks of the machine, as functions so that a test can move them. Any thread.
struct RawClocks {
  std::function<Timestamp()> wall;     // may be set, by people and by programs
  std::function<microseconds()> boot;  // since the machine started, its sleep counted; never set
};
[[nodiscard]] RawClocks machine_clocks();

/// For measuring how long something takes; the beginning means nothing. Any thread.
[[nodiscard]] std::chrono::nanoseconds stopwatch();

/// The wall clock went so much further than the time that passed; negative: back.
struct Jump {
  microseconds by{};
};

/// What time it is for the office. Any thread.
class Clock {
 public:
  struct Reading {
    Timestamp now;
    std::optional<Jump> jump;  // of more than an hour; until it is confirmed
  };

  Clock() = default;
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;
  virtual ~Clock() = default;

  /// May go back, where somebody set the clock back.
  [[nodiscard]] virtual Reading read() = 0;

  /// How long from now until `at` if nobody moves the clock; zero where it has passed, the maximum
  /// where the clock stands still.
  [[nodiscard]] virtual microseconds until(Timestamp at) = 0;

  /// Somebody looked at the jump: the clock is right as it is now.
  virtual void confirm() = 0;
};

/// The wall clock of the machine, watched by the clock that nobody sets: where within a day the
/// wall clock gains or loses more than an hour on it, that is a jump. It stays one until it is
/// confirmed, also where the clock is set right again. A sleeping machine is no jump.
class MachineClock final : public Clock {
 public:
  explicit MachineClock(RawClocks clocks = machine_clocks());

  Reading read() override;
  microseconds until(Timestamp at) override;
  void confirm() override;

 private:
  /// Both clocks at one moment.
  struct Pair {
    Timestamp wall;
    microseconds boot;
  };
  [[nodiscard]] Pair look() const;

  RawClocks clocks_;
  std::mutex mutex_;  // what follows
  Pair base_;         // when they were last known to agree
  bool jumped_ = false;
};

/// The clock of a rehearsal: begins where it is told to, and goes as fast as it is told to. It
/// never jumps.
class RehearsalClock final : public Clock {
 public:
  /// `speed`: seconds of the office in one of ours, from 0 (paused) to `speed_max`.
  RehearsalClock(Timestamp begin, double speed, RawClocks clocks = machine_clocks());

  static constexpr double speed_max = 1'000'000;  // a year in half a minute

  Reading read() override;
  microseconds until(Timestamp at) override;
  void confirm() override {}

  /// From now on; false, and nothing changed, where it is not between 0 and `speed_max`. Whoever
  /// waits by `until` has to ask again (EngineLoop::look_at_clock).
  [[nodiscard]] bool set_speed(double speed);
  [[nodiscard]] double speed() const;
  /// Forward to `at` at once; false, and nothing changed, where that would be back.
  [[nodiscard]] bool step_to(Timestamp at);

 private:
  [[nodiscard]] Timestamp now() const;  // holding the mutex

  RawClocks clocks_;
  mutable std::mutex mutex_;  // what follows
  Timestamp base_;            // what time it was
  microseconds base_boot_;    // when this was so
  double speed_;
};

}  // namespace tiendo::server
