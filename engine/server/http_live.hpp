#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace tiendo::server {

/// A stream of server-sent events to one client: whoever has it pushes, the connection sends.
/// What waits is bounded; a client that does not keep up is closed and resumes by the id of the
/// last event it has seen. Any thread.
class HttpLive {
 public:
  struct Limits {
    std::size_t events_max = 1024;
    std::size_t bytes_max = std::size_t{1} << 20;
  };
  enum class State { open, closed, overflowed };

  HttpLive() : HttpLive{Limits{}, {}} {}
  /// `gone` is called once, when nothing will be sent any more, whoever ended it: on the thread of
  /// HTTP, or on the one that drops an answer unsent. It must not throw, nor call back in here
  /// other than by `push` and `close`.
  HttpLive(Limits limits, std::function<void()> gone) : limits_{limits}, gone_{std::move(gone)} {}

  /// Whole events as they go over the line: "id: 7\ndata: …\n\n". False: it has ended, or has just
  /// overflowed. Many streams at once: HttpServer::push.
  bool push(std::shared_ptr<const std::string> events);
  /// What was pushed is still sent.
  void close();
  [[nodiscard]] State state() const;

  // For the connection.

  /// `wake` is called, on any thread, when there is something to take after `take` left nothing.
  void attach(std::function<void()> wake);
  /// Appends to `out` what waits, until it holds `bytes` or more.
  State take(std::string& out, std::size_t bytes);
  /// Nothing is sent any more.
  void finish();

 private:
  void wake(std::unique_lock<std::mutex> lock);

  const Limits limits_;
  mutable std::mutex mutex_;
  State state_ = State::open;
  std::deque<std::shared_ptr<const std::string>> waiting_;
  std::size_t waiting_bytes_ = 0;
  bool asleep_ = false;  // `wake_` has to be called for what comes next
  std::function<void()> wake_;
  std::function<void()> gone_;
};

/// A stream as the body of an answer. Dropped unsent, the stream is finished.
class HttpLiveBody {
 public:
  explicit HttpLiveBody(std::shared_ptr<HttpLive> live) : live_{std::move(live)} {}
  HttpLiveBody(HttpLiveBody&&) noexcept = default;
  HttpLiveBody& operator=(HttpLiveBody&& other) noexcept {
    std::swap(live_, other.live_);
    return *this;
  }
  ~HttpLiveBody() {
    if (live_) {
      live_->finish();
    }
  }
  [[nodiscard]] HttpLive& operator*() const noexcept { return *live_; }
  [[nodiscard]] const std::shared_ptr<HttpLive>& get() const noexcept { return live_; }

 private:
  std::shared_ptr<HttpLive> live_;
};

}  // namespace tiendo::server
