#include "server/http_session.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <utility>

namespace tiendo::server {
namespace {

namespace asio = boost::asio;

constexpr std::size_t usual_buffer = 4 * 1024;  // what a connection keeps between requests

}  // namespace

/// Brings an answer back to the thread of HTTP.
class HttpSession::Reply final : public HttpReply::Sink {
 public:
  explicit Reply(std::shared_ptr<HttpSession> session) : session_{std::move(session)} {}

  void deliver(std::optional<HttpResponse> response) noexcept override {
    // The session goes along: it must not end on the thread that answers.
    const auto executor = session_->core_->context.get_executor();
    asio::dispatch(executor,
                   [session = std::move(session_), answer = std::move(response)]() mutable {
                     session->on_reply(std::move(answer));
                   });
  }

 private:
  std::shared_ptr<HttpSession> session_;
};

HttpSession::HttpSession(std::shared_ptr<HttpCore> core, asio::ip::tcp::socket socket,
                         std::shared_ptr<asio::ssl::context> tls)
    : core_{std::move(core)},
      connection_{std::move(socket), std::move(tls)},
      place_{core_->sessions.insert(core_->sessions.end(), this)},
      signal_{core_->context, asio::steady_timer::time_point::max()} {}

HttpSession::~HttpSession() {
  leave_idle();
  core_->sessions.erase(place_);
}

asio::awaitable<void> HttpSession::run(std::shared_ptr<HttpSession> self) {
  // However this is left: who watches the connection for the end of the client ends by it.
  const std::unique_ptr<HttpSession, void (*)(HttpSession*)> closing{
      self.get(), [](HttpSession* session) { session->connection_.close(); }};
  self->become_idle();
  self->arm(self->core_->options.header_time);
  bool going_on = co_await self->connection_.handshake();
  self->leave_idle();
  while (going_on) {
    going_on = co_await self->serve_one();
  }
}

asio::awaitable<bool> HttpSession::serve_one() {
  HttpParser parser{core_->options.header_bytes_max, core_->options.target_bytes_max};
  fault_.reset();
  response_.reset();
  const bool there = co_await receive(parser);
  if (!there) {
    co_return false;
  }
  disarm();
  ++core_->counts.requests;
  const bool whole = parser.state() == HttpParser::State::done;
  HttpWish wish{parser.request(), whole && parser.keep_alive(), parser.is_http_1_0()};
  const bool may_go_on = wish.keep_alive;
  HttpResponse response;
  if (fault_) {
    response = refuse(*fault_, wish.language);
  } else if (response_) {
    response = std::move(*response_);
  } else {
    response = co_await ask(std::move(parser.request()), wish.language);
  }
  wish.keep_alive = may_go_on && !core_->stopping;
  auto answer = answer_of(std::move(response), wish, core_->date());
  const bool live = std::holds_alternative<HttpLiveBody>(answer.body);
  const bool close = answer.close;
  const bool sent = co_await send(std::move(answer));
  if (sent && close && !live) {
    co_await leave();
  }
  served_ = true;
  if (buffer_.size() == 0 && buffer_.capacity() > usual_buffer) {
    buffer_.shrink_to_fit();
  }
  co_return sent && !close;
}

/// Whence it came.
void HttpSession::complete(HttpRequest& request) {
  auto origin = core_->proxies.origin(connection_.peer(), connection_.secure(),
                                      request.headers.joined("X-Forwarded-For"),
                                      request.headers.joined("X-Forwarded-Proto"));
  request.peer = std::move(origin.peer);
  request.secure = origin.secure;
}

asio::awaitable<HttpResponse> HttpSession::ask(HttpRequest request, Language language) {
  complete(request);
  answered_ = false;
  try {
    HttpReply reply{std::make_unique<Reply>(shared_from_this())};
    core_->handler.handle(std::move(request), std::move(reply));
  } catch (const std::exception& error) {
    spdlog::error("a request failed: {}", error.what());
  }
  while (!answered_) {
    co_await wait();
  }
  if (response_) {
    co_return std::move(*response_);
  }
  co_return refuse(HttpFault::no_answer, language);
}

void HttpSession::on_reply(std::optional<HttpResponse> response) {
  answered_ = true;
  response_ = std::move(response);
  notify();
}

void HttpSession::on_tick() {
  if (deadline_ != 0 && core_->tick >= deadline_) {
    timed_out_ = true;
    connection_.cancel();  // and again with the next tick, had it been between two operations
  }
  if (live_ != nullptr && core_->tick >= heartbeat_at_ && !heartbeat_due_) {
    heartbeat_due_ = true;
    notify();
  }
}

void HttpSession::stop() {
  if (live_ != nullptr) {
    live_->close();
  } else if (idle_place_) {
    evict();
  }
}

void HttpSession::evict() {
  leave_idle();
  connection_.close();
}

void HttpSession::become_idle() {
  idle_place_ = core_->idle.insert(core_->idle.end(), this);
  if (core_->stopping) {
    evict();
  }
}

void HttpSession::leave_idle() {
  if (idle_place_) {
    core_->idle.erase(*idle_place_);
    idle_place_.reset();
  }
}

asio::awaitable<void> HttpSession::wait() {
  if (!signalled_) {
    co_await signal_.async_wait(asio::as_tuple(asio::use_awaitable));
  }
  signalled_ = false;
}

void HttpSession::notify() {
  signalled_ = true;
  signal_.cancel();
}

}  // namespace tiendo::server
