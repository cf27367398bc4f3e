#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include "base/check.hpp"
#include "server/http_message.hpp"

namespace tiendo::server {

/// The way back to who asked. Called once, from any thread, with the answer; dropped without, it
/// answers 500. The io_context of the server outlives it.
class HttpReply {
 public:
  /// Where answers go; a test of a handler has its own.
  class Sink {
   public:
    virtual ~Sink() = default;
    /// Empty: the reply was dropped. Called once, on any thread.
    virtual void deliver(std::optional<HttpResponse> response) noexcept = 0;
  };

  explicit HttpReply(std::unique_ptr<Sink> sink) : sink_{std::move(sink)} {}
  HttpReply(HttpReply&&) noexcept = default;
  HttpReply& operator=(HttpReply&& other) noexcept {
    std::swap(sink_, other.sink_);
    return *this;
  }
  ~HttpReply() {
    if (sink_) {
      sink_->deliver(std::nullopt);
    }
  }

  void operator()(HttpResponse response) {
    check(sink_ != nullptr, "a request is answered once");
    std::exchange(sink_, nullptr)->deliver(std::move(response));
  }

 private:
  std::unique_ptr<Sink> sink_;
};

/// How the body of a request is taken.
struct HttpIntake {
  std::uint64_t body_bytes_max = 1 << 20;
  std::filesystem::path spool_to;       // a folder: the body goes to a file there; empty: to memory
  std::optional<HttpResponse> refusal;  // answers at once; the body is not read
};

/// What requests come to. Called on the thread of HTTP, which waits: what takes long is done
/// elsewhere. An exception is logged and answered 500.
class HttpHandler {
 public:
  virtual ~HttpHandler() = default;

  /// Asked once the headers have been read, where a body follows.
  virtual HttpIntake intake(const HttpRequest& head) {
    static_cast<void>(head);
    return {};
  }
  virtual void handle(HttpRequest request, HttpReply reply) = 0;
};

}  // namespace tiendo::server
