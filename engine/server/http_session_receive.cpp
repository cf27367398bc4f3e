#include <spdlog/spdlog.h>

#include <exception>
#include <utility>

#include "server/accept.hpp"
#include "server/http_session.hpp"

namespace tiendo::server {
namespace {

namespace asio = boost::asio;

constexpr std::size_t head_piece = 4 * 1024;
constexpr std::size_t body_piece = 64 * 1024;
constexpr std::size_t progress_bytes = 16 * 1024;  // what `body_time` is for
// A line that says how long a chunk is, and what follows the last, are read as a whole.
constexpr std::size_t buffered_bytes_max = 2 * body_piece;

}  // namespace

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

}  // namespace tiendo::server
