#include "server/http_live.hpp"

namespace tiendo::server {

bool HttpLive::push(std::shared_ptr<const std::string> events) {
  std::unique_lock lock{mutex_};
  if (state_ != State::open) {
    return false;
  }
  if (waiting_.size() == limits_.events_max ||
      waiting_bytes_ + events->size() > limits_.bytes_max) {
    state_ = State::overflowed;
    waiting_.clear();
    waiting_bytes_ = 0;
    asleep_ = true;  // the connection may be writing to a client that does not read: it must hear
    wake(std::move(lock));
    return false;
  }
  waiting_bytes_ += events->size();
  waiting_.push_back(std::move(events));
  wake(std::move(lock));
  return true;
}

void HttpLive::close() {
  std::unique_lock lock{mutex_};
  if (state_ == State::open) {
    state_ = State::closed;
    wake(std::move(lock));
  }
}

HttpLive::State HttpLive::state() const {
  const std::lock_guard lock{mutex_};
  return state_;
}

void HttpLive::attach(std::function<void()> wake) {
  const std::lock_guard lock{mutex_};
  wake_ = std::move(wake);
}

HttpLive::State HttpLive::take(std::string& out, std::size_t bytes) {
  const std::lock_guard lock{mutex_};
  while (!waiting_.empty() && out.size() < bytes) {
    out += *waiting_.front();
    waiting_bytes_ -= waiting_.front()->size();
    waiting_.pop_front();
  }
  asleep_ = out.empty();
  return waiting_.empty() || state_ == State::overflowed ? state_ : State::open;
}

void HttpLive::finish() {
  std::function<void()> gone;
  {
    const std::lock_guard lock{mutex_};
    if (state_ == State::open) {
      state_ = State::closed;
    }
    waiting_.clear();
    waiting_bytes_ = 0;
    wake_ = {};
    gone.swap(gone_);
  }
  if (gone) {
    gone();
  }
}

void HttpLive::wake(std::unique_lock<std::mutex> lock) {
  if (!asleep_ || !wake_) {
    return;
  }
  asleep_ = false;
  const auto call = wake_;  // it may take from here at once
  lock.unlock();
  call();
}

}  // namespace tiendo::server
