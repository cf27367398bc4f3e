#include "server/clock_guard.hpp"

#include <spdlog/spdlog.h>

#include "runtime/outlook.hpp"

namespace tiendo::server {
namespace {

/// As between two readings of a running clock.
constexpr std::chrono::hours longest_step_back{1};

}  // namespace

std::string_view name(Hold::Reason reason) {
  switch (reason) {
    case Hold::Reason::behind:
      return "behind";
    case Hold::Reason::absence:
      return "absence";
    default:
      return "jump";
  }
}

Result<void> ClockGuard::begin(const runtime::Engine& engine, const port::Journal& journal,
                               const Beginning& beginning) {
  const auto now = clock_.read().now;
  if (engine.position() == 0) {
    return {};
  }
  const auto away = now - engine.now();
  if (away < -longest_step_back) {
    hold(Hold::Reason::behind, away, engine.now(), now);
    return {};
  }
  const auto due = engine.next_due();
  if (beginning.after_absence || away <= beginning.longest_absence || !due || *due > now) {
    return {};
  }
  // The engine wakes for more than it has to do then; only a look ahead says whether it has.
  const auto ahead = runtime::outlook(journal, now, 0);
  if (ahead.has_error()) {
    return ahead.error();
  }
  if (ahead->total > 0) {
    hold(Hold::Reason::absence, away, engine.now(), now);
  }
  return {};
}

Timestamp ClockGuard::look(const runtime::Engine& engine) {
  const auto reading = clock_.read();
  if (holds_) {
    const std::lock_guard lock{mutex_};
    held_->clock_now = reading.now;
    if (reading.jump && held_->reason == Hold::Reason::jump) {
      held_->by = reading.jump->by;
    }
    return engine.now();
  }
  if (reading.jump) {
    hold(Hold::Reason::jump, reading.jump->by, engine.now(), reading.now);
    return engine.now();
  }
  return std::max(reading.now, engine.now());
}

std::optional<Hold> ClockGuard::held() const {
  const std::lock_guard lock{mutex_};
  return held_;
}

void ClockGuard::hold(Hold::Reason reason, microseconds by, Timestamp recorded, Timestamp now) {
  spdlog::error("clock held reason={} by_s={} recorded={} clock={}", name(reason),
                std::chrono::floor<std::chrono::seconds>(by).count(), to_string(recorded),
                to_string(now));
  const std::lock_guard lock{mutex_};
  held_ = Hold{reason, by, recorded, now};
  holds_ = true;
}

void ClockGuard::confirm() {
  clock_.confirm();
  if (!holds_) {
    return;
  }
  spdlog::warn("clock confirmed clock={}", to_string(clock_.read().now));
  const std::lock_guard lock{mutex_};
  held_.reset();
  holds_ = false;
}

}  // namespace tiendo::server
