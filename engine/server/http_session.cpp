#include "server/http_session.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <utility>

#include "server/accept.hpp"

namespace tiendo::server {
namespace {

namespace asio = boost::asio;

constexpr std::size_t head_piece = 4 * 1024;
constexpr std::size_t body_piece = 64 * 1024;
constexpr std::size_t progress_bytes = 16 * 1024;  // what `body_time` is for
// A line that says how long a chunk is, and what follows the last, are read as a whole.
constexpr std::size_t buffered_bytes_max = 2 * body_piece;

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
  if (buffer_.size() == 0 && buffer_.capacity() > head_piece) {
    buffer_.shrink_to_fit();
  }
  co_return sent && !close;
}

/// False: there is nobody to answer. Else the request is whole, or `fault_` or `response_` is set.
asio::awaitable<bool> HttpSession::receive(HttpParser& parser) {
  if (buffer_.size() == 0) {
    become_idle();
    arm(served_ ? core_->options.idle_time : core_->options.header_time);
    const bool begun = co_await read_more(head_piece);
    // What came in the moment in which it was closed must not be done: nobody would be told.
    const bool evicted = !idle_place_;
    leave_idle();
    if (!begun || evicted) {
      co_return false;
    }
  }
  arm(core_->options.header_time);
  const bool head = co_await receive_head(parser);
  if (!head || fault_ || parser.state() == HttpParser::State::done) {
    co_return head;
  }
  if (!take_in(parser)) {
    co_return true;
  }
  const bool body = co_await receive_body(parser);
  co_return body;
}

asio::awaitable<bool> HttpSession::receive_head(HttpParser& parser) {
  feed(parser);
  while (parser.state() == HttpParser::State::head) {
    const bool more = co_await read_more(head_piece);
    if (!more && !timed_out_) {
      co_return false;
    }
    if (!more) {
      fault_ = HttpFault::header_too_slow;
      co_return true;
    }
    feed(parser);
  }
  co_return true;
}

asio::awaitable<bool> HttpSession::receive_body(HttpParser& parser) {
  if (parser.expects_continue() && buffer_.size() == 0) {
    constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    const bool sent = co_await write(go_on.data(), go_on.size());
    if (!sent) {
      co_return false;
    }
  }
  arm(core_->options.body_time);
  std::size_t progress = 0;
  feed(parser);
  while (parser.state() == HttpParser::State::body) {
    if (buffer_.size() > buffered_bytes_max - body_piece) {
      fault_ = HttpFault::malformed;
      co_return true;
    }
    const auto before = buffer_.size();
    const bool more = co_await read_more(body_piece);
    if (!more && !timed_out_) {
      co_return false;
    }
    if (!more) {
      fault_ = HttpFault::body_too_slow;
      co_return true;
    }
    progress += buffer_.size() - before;
    if (progress >= progress_bytes) {
      progress = 0;
      arm(core_->options.body_time);
    }
    feed(parser);
  }
  co_return true;
}

/// Asks how the body is to be taken. False: not at all, and the answer is there.
bool HttpSession::take_in(HttpParser& parser) {
  complete(parser.request());
  HttpIntake intake;
  try {
    intake = core_->handler.intake(parser.request());
  } catch (const std::exception& error) {
    spdlog::error("a request failed before its body was read: {}", error.what());
    intake.refusal = refuse(HttpFault::no_answer,
                            choose_language(parser.request().headers.joined("Accept-Language")));
  }
  if (intake.refusal) {
    response_ = std::move(intake.refusal);
    return false;
  }
  std::shared_ptr<HttpUpload> upload;
  if (!intake.spool_to.empty()) {
    auto made = HttpUpload::make(intake.spool_to);
    if (!made) {
      spdlog::error("{}: {}", made.error().where, made.error().message.en);
      fault_ = HttpFault::no_room_for_upload;
      return false;
    }
    upload = std::move(*made);
  }
  parser.expect_body(intake.body_bytes_max, std::move(upload));
  if (parser.state() == HttpParser::State::refused) {
    fault_ = parser.fault();
  }
  return !fault_;
}

void HttpSession::feed(HttpParser& parser) {
  const auto data = buffer_.cdata();
  buffer_.consume(parser.feed({static_cast<const char*>(data.data()), data.size()}));
  if (parser.state() == HttpParser::State::refused) {
    fault_ = parser.fault();
  }
}

asio::awaitable<bool> HttpSession::read_more(std::size_t bytes) {
  const auto room = buffer_.prepare(bytes);
  const auto count = co_await connection_.read(static_cast<char*>(room.data()), room.size());
  buffer_.commit(count);
  co_return count > 0 && !timed_out_;
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
