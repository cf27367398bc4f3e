#include "server/http_connection.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <utility>

namespace tiendo::server {
namespace {

namespace asio = boost::asio;

constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

}  // namespace

HttpConnection::HttpConnection(asio::ip::tcp::socket socket,
                               std::shared_ptr<asio::ssl::context> tls)
    : socket_{std::move(socket)}, tls_{std::move(tls)} {
  boost::system::error_code ignored;
  socket_.set_option(asio::ip::tcp::no_delay{true}, ignored);
  peer_ = socket_.remote_endpoint(ignored).address();
  if (tls_) {
    stream_.emplace(socket_, *tls_);
  }
}

asio::awaitable<bool> HttpConnection::handshake() {
  if (!stream_) {
    co_return true;
  }
  const auto [error] = co_await stream_->async_handshake(asio::ssl::stream_base::server, as_result);
  co_return !error;
}

asio::awaitable<std::size_t> HttpConnection::read(char* to, std::size_t bytes) {
  const auto buffer = asio::buffer(to, bytes);
  if (stream_) {
    const auto [error, count] = co_await stream_->async_read_some(buffer, as_result);
    co_return count;
  }
  const auto [error, count] = co_await socket_.async_read_some(buffer, as_result);
  co_return count;
}

asio::awaitable<bool> HttpConnection::write(const char* from, std::size_t bytes) {
  const auto buffer = asio::buffer(from, bytes);
  if (stream_) {
    const auto [error, count] = co_await asio::async_write(*stream_, buffer, as_result);
    co_return !error;
  }
  const auto [error, count] = co_await asio::async_write(socket_, buffer, as_result);
  co_return !error;
}

asio::awaitable<void> HttpConnection::finish() {
  if (stream_) {
    // Sends "close notify" and waits for that of the client, who may have gone: the caller has set
    // a time.
    co_await stream_->async_shutdown(as_result);
  }
  boost::system::error_code ignored;
  socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

asio::awaitable<std::size_t> HttpConnection::discard(char* to, std::size_t bytes) {
  const auto buffer = asio::buffer(to, bytes);
  const auto [error, count] = co_await socket_.async_read_some(buffer, as_result);
  co_return count;
}

void HttpConnection::cancel() noexcept {
  boost::system::error_code ignored;
  socket_.cancel(ignored);
}

void HttpConnection::close() noexcept {
  boost::system::error_code ignored;
  socket_.close(ignored);
}

void HttpConnection::abort() noexcept {
  boost::system::error_code ignored;
  socket_.set_option(asio::socket_base::linger{true, 0}, ignored);
  socket_.close(ignored);
}

}  // namespace tiendo::server
