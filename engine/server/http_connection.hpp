#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

namespace tiendo::server {

/// A connection, with TLS or without. On the thread of its executor; at most one read and one write
/// at a time. What it is given to read into or to write from stays until it has returned.
class HttpConnection {
 public:
  HttpConnection(boost::asio::ip::tcp::socket socket,
                 std::shared_ptr<boost::asio::ssl::context> tls);

  /// At once true without TLS.
  boost::asio::awaitable<bool> handshake();
  /// 0: the client has ended it, it broke, or it was cancelled.
  boost::asio::awaitable<std::size_t> read(char* to, std::size_t bytes);
  /// All of them.
  boost::asio::awaitable<bool> write(const char* from, std::size_t bytes);
  /// Tells the client that nothing more will come; `discard` is all that may follow.
  boost::asio::awaitable<void> finish();
  /// Reads below TLS, for nothing.
  boost::asio::awaitable<std::size_t> discard(char* to, std::size_t bytes);

  /// Reads and writes that are under way fail.
  void cancel() noexcept;
  void close() noexcept;
  /// Closes, and takes back what the client has not been sent yet.
  void abort() noexcept;

  [[nodiscard]] const boost::asio::ip::address& peer() const noexcept { return peer_; }
  [[nodiscard]] bool secure() const noexcept { return stream_.has_value(); }

 private:
  boost::asio::ip::tcp::socket socket_;
  std::shared_ptr<boost::asio::ssl::context> tls_;
  std::optional<boost::asio::ssl::stream<boost::asio::ip::tcp::socket&>> stream_;
  boost::asio::ip::address peer_;
};

}  // namespace tiendo::server
