#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "server/http_message.hpp"
#include "server/http_refusal.hpp"

namespace tiendo::server {

/// One request from the bytes of a connection, by the parser of Beast and the rules that it leaves
/// to us (RFC 9112): one Host, no Transfer-Encoding but chunked, targets in origin form. One
/// thread; no connection in it.
class HttpParser {
 public:
  enum class State : std::uint8_t {
    head,     // more bytes are needed to know what is asked for
    intake,   // a body follows: `expect_body` comes next
    body,     // more bytes of it are needed
    done,     // `request` is whole
    refused,  // for the reason of `fault`; the rest of the connection means nothing
  };

  /// `header_bytes_max` is for what follows the first line.
  HttpParser(std::size_t header_bytes_max, std::size_t target_bytes_max);
  ~HttpParser();
  HttpParser(const HttpParser&) = delete;
  HttpParser& operator=(const HttpParser&) = delete;

  /// Reads on, and says how many bytes it is done with: those that are left come again, with more
  /// behind them, or are of the next request. Never after done and refused.
  std::size_t feed(std::string_view bytes);
  /// Lets at most `bytes_max` come, to `upload` where there is one.
  void expect_body(std::uint64_t bytes_max, std::shared_ptr<HttpUpload> upload);

  [[nodiscard]] State state() const noexcept;
  [[nodiscard]] HttpFault fault() const noexcept;
  /// From intake on without its body, from done on whole, when refused with what had been read.
  [[nodiscard]] HttpRequest& request() noexcept;

  // From intake or done on.
  [[nodiscard]] bool keep_alive() const noexcept;
  [[nodiscard]] bool is_http_1_0() const noexcept;
  /// The client waits for "100 Continue".
  [[nodiscard]] bool expects_continue() const noexcept;

 private:
  class Reader;
  std::unique_ptr<Reader> reader_;
};

}  // namespace tiendo::server
