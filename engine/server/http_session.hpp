#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <cstdint>
#include <list>
#include <memory>
#include <optional>

#include "server/http_answer.hpp"
#include "server/http_connection.hpp"
#include "server/http_core.hpp"
#include "server/http_parser.hpp"

namespace tiendo::server {

/// One connection from its first byte to its last: reads a request, has it answered, sends the
/// answer, and so on. On the thread of HTTP.
class HttpSession : public std::enable_shared_from_this<HttpSession> {
 public:
  HttpSession(std::shared_ptr<HttpCore> core, boost::asio::ip::tcp::socket socket,
              std::shared_ptr<boost::asio::ssl::context> tls);
  ~HttpSession();
  HttpSession(const HttpSession&) = delete;
  HttpSession& operator=(const HttpSession&) = delete;

  static boost::asio::awaitable<void> run(std::shared_ptr<HttpSession> self);

  /// A tick has passed: ends what has taken too long, keeps a live stream alive.
  void on_tick();
  /// Ends once what it is at is done.
  void stop();
  /// Ends an idle one.
  void evict();

  [[nodiscard]] const boost::asio::ip::address& peer() const noexcept { return connection_.peer(); }

 private:
  class Reply;

  boost::asio::awaitable<bool> serve_one();
  boost::asio::awaitable<HttpResponse> ask(HttpRequest request, Language language);
  void on_reply(std::optional<HttpResponse> response);
  void complete(HttpRequest& request);

  // Receiving: http_session_receive.cpp.
  boost::asio::awaitable<bool> receive(HttpParser& parser);
  boost::asio::awaitable<bool> receive_head(HttpParser& parser);
  boost::asio::awaitable<bool> receive_body(HttpParser& parser);
  boost::asio::awaitable<bool> read_more(std::size_t bytes);
  void feed(HttpParser& parser);
  bool take_in(HttpParser& parser);

  // Sending: http_session_send.cpp.
  boost::asio::awaitable<bool> send(HttpAnswer answer);
  boost::asio::awaitable<bool> send_text(std::string head, std::string_view body);
  boost::asio::awaitable<bool> write_all(std::string_view text);
  boost::asio::awaitable<bool> send_file(const HttpFilePart& part);
  boost::asio::awaitable<void> send_live(HttpLive& live);
  boost::asio::awaitable<bool> write(const char* from, std::size_t bytes);
  boost::asio::awaitable<void> leave();
  static boost::asio::awaitable<void> watch(std::shared_ptr<HttpSession> self);
  void attach(HttpLive& live);

  void arm(std::chrono::milliseconds time) {
    timed_out_ = false;
    deadline_ = core_->after(time);
  }
  void disarm() noexcept { deadline_ = 0; }
  void become_idle();
  void leave_idle();
  boost::asio::awaitable<void> wait();
  void notify();

  std::shared_ptr<HttpCore> core_;
  HttpConnection connection_;
  boost::beast::flat_buffer buffer_;
  std::list<HttpSession*>::iterator place_;
  std::optional<std::list<HttpSession*>::iterator> idle_place_;

  std::uint64_t deadline_ = 0;  // a tick; 0: none
  bool timed_out_ = false;
  bool served_ = false;  // a request before this one

  boost::asio::steady_timer signal_;  // never runs out: cancelled, it wakes who waits
  bool signalled_ = false;

  // Of the request that is being served.
  std::optional<HttpFault> fault_;
  std::optional<HttpResponse> response_;
  bool answered_ = false;

  // Of a live stream.
  HttpLive* live_ = nullptr;
  std::uint64_t heartbeat_at_ = 0;
  bool heartbeat_due_ = false;
  bool client_gone_ = false;
};

}  // namespace tiendo::server
