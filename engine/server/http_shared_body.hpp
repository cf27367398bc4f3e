#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace tiendo::server {

/// A body that many clients are sent: compressed once, when it is first asked for. Any thread.
class HttpSharedBody : public std::enable_shared_from_this<HttpSharedBody> {
 public:
  [[nodiscard]] static std::shared_ptr<const HttpSharedBody> make(std::string text) {
    return std::shared_ptr<const HttpSharedBody>{new HttpSharedBody{std::move(text)}};
  }

  [[nodiscard]] std::shared_ptr<const std::string> text() const {
    return {shared_from_this(), &text_};
  }
  /// Takes some 30 ms a megabyte the first time: who made the body on another thread than the one
  /// of HTTP may ask there, ahead of time.
  [[nodiscard]] std::shared_ptr<const std::string> gzip() const;

 private:
  explicit HttpSharedBody(std::string text) : text_{std::move(text)} {}

  std::string text_;
  mutable std::once_flag compressed_;
  mutable std::string gzip_;
};

}  // namespace tiendo::server
