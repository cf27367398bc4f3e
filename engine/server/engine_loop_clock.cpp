// When the loop of EngineLoop goes on by itself: what falls due, what failed, what comes again.
#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/post.hpp>

#include "server/engine_loop.hpp"

namespace tiendo::server {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using std::chrono::seconds;

/// The wall clock may have been set meanwhile, which no timer of the kernel that counts time says.
constexpr seconds longest_wait{60};
constexpr seconds longest_retry{60};

/// Nobody waits for an answer when nothing was committed for so long.
constexpr seconds rests_after{1};

}  // namespace

void EngineLoop::confirm() {
  asio::post(context_, [this] {
    guard_.confirm();
    catch_up();
  });
}

void EngineLoop::look_at_clock() {
  asio::post(context_, [this] { catch_up(); });
}

/// Does what is due: too early nothing, too late all of it. While the clock is held it is no later
/// than it was, and so nothing is due.
void EngineLoop::catch_up() {
  const auto caught_up = engine_.advance(guard_.look(engine_));
  if (caught_up.has_error()) {
    failed(caught_up.error());
  } else {
    recovered();
    arm();
  }
}

void EngineLoop::failed(const Error& error) {
  failure_ = error;
  retry_in_ = std::clamp(2 * retry_in_, seconds{1}, longest_retry);
  spdlog::error("engine failed retry_in_s={} where={} what={}", retry_in_.count(), error.where,
                error.message.en);
  arm(retry_in_);
}

void EngineLoop::recovered() {
  if (failure_) {
    spdlog::info("engine works again position={}", engine_.position());
    failure_.reset();
    retry_in_ = seconds{0};
  }
}

void EngineLoop::arm() {
  if (failure_) {
    return;  // armed when it failed: work that comes in meanwhile must not put the retry off
  }
  const auto due = guard_.holds() ? std::nullopt : engine_.next_due();
  arm(due ? std::min<microseconds>(longest_wait, guard_.until(*due)) : longest_wait);
}

void EngineLoop::arm(microseconds wait) {
  timer_.expires_after(wait);
  timer_.async_wait([this](error_code cancelled) {
    if (!cancelled) {
      catch_up();
    }
  });
}

void EngineLoop::arm_rest() {
  committed_ = false;
  rest_timer_.expires_after(rests_after);
  rest_timer_.async_wait([this](error_code cancelled) {
    if (cancelled) {
      return;
    }
    if (committed_) {
      arm_rest();
    } else {
      resting_ = true;
      engine_.rest();
    }
  });
}

void EngineLoop::arm(Repeated& repeated) {
  repeated.timer.expires_after(repeated.period);
  repeated.timer.async_wait([this, &repeated](error_code cancelled) {
    if (!cancelled) {
      repeated.call();
      arm(repeated);
    }
  });
}

}  // namespace tiendo::server
