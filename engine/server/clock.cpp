#include "server/clock.hpp"

#include <algorithm>
#include <ctime>

#include "base/check.hpp"

namespace tiendo::server {
namespace {

/// design.md 5.6.
constexpr std::chrono::hours longest_jump{1};

/// How far back a jump is looked for. For ever would add up what a virtual machine loses each time
/// it is frozen for its backup; from one look to the next would let a clock run away in small
/// steps.
constexpr std::chrono::days watched{1};

microseconds boot_time() {
  timespec time{};
  check(::clock_gettime(CLOCK_BOOTTIME, &time) == 0, "Linux has CLOCK_BOOTTIME");
  return std::chrono::duration_cast<microseconds>(std::chrono::seconds{time.tv_sec} +
                                                  std::chrono::nanoseconds{time.tv_nsec});
}

Timestamp wall_time() {
  return std::chrono::floor<microseconds>(std::chrono::system_clock::now());
}

microseconds from_to(Timestamp from, Timestamp to) {
  return to <= from ? microseconds{0} : to - from;
}

}  // namespace

RawClocks machine_clocks() {
  return {wall_time, boot_time};
}

std::chrono::nanoseconds stopwatch() {
  return std::chrono::steady_clock::now().time_since_epoch();
}

// ---- the machine's ----

MachineClock::MachineClock(RawClocks clocks) : clocks_{std::move(clocks)}, base_{look()} {}

MachineClock::Pair MachineClock::look() const {
  return {clocks_.wall(), clocks_.boot()};
}

Clock::Reading MachineClock::read() {
  const std::lock_guard lock{mutex_};
  const auto seen = look();
  const auto passed = seen.boot - base_.boot;
  const auto gained = (seen.wall - base_.wall) - passed;
  jumped_ = jumped_ || gained > longest_jump || gained < -longest_jump;
  if (jumped_) {
    return {seen.wall, Jump{gained}};
  }
  if (passed > watched) {
    base_ = seen;
  }
  return {seen.wall, std::nullopt};
}

microseconds MachineClock::until(Timestamp at) {
  return from_to(clocks_.wall(), at);
}

void MachineClock::confirm() {
  const std::lock_guard lock{mutex_};
  base_ = look();
  jumped_ = false;
}

// ---- of a rehearsal ----

RehearsalClock::RehearsalClock(Timestamp begin, double speed, RawClocks clocks)
    : clocks_{std::move(clocks)}, base_{begin}, base_boot_{clocks_.boot()}, speed_{speed} {
  check(speed >= 0 && speed <= speed_max, "the speed of a rehearsal is in its range");
}

Timestamp RehearsalClock::now() const {
  const auto passed = static_cast<double>((clocks_.boot() - base_boot_).count());
  return base_ + microseconds{static_cast<std::int64_t>(passed * speed_)};
}

Clock::Reading RehearsalClock::read() {
  const std::lock_guard lock{mutex_};
  return {now(), std::nullopt};
}

microseconds RehearsalClock::until(Timestamp at) {
  const std::lock_guard lock{mutex_};
  const auto ahead = from_to(now(), at);
  if (ahead.count() == 0) {
    return ahead;
  }
  constexpr double longest = 1e15;  // 30 years; a clock that stands still is never there
  const auto wait = static_cast<double>(ahead.count()) / speed_;
  return wait < longest ? microseconds{static_cast<std::int64_t>(wait) + 1} : microseconds::max();
}

bool RehearsalClock::set_speed(double speed) {
  if (!(speed >= 0 && speed <= speed_max)) {
    return false;
  }
  const std::lock_guard lock{mutex_};
  base_ = now();
  base_boot_ = clocks_.boot();
  speed_ = speed;
  return true;
}

double RehearsalClock::speed() const {
  const std::lock_guard lock{mutex_};
  return speed_;
}

bool RehearsalClock::step_to(Timestamp at) {
  const std::lock_guard lock{mutex_};
  if (at < now()) {
    return false;
  }
  base_ = at;
  base_boot_ = clocks_.boot();
  return true;
}

}  // namespace tiendo::server
