#include <algorithm>
#include <boost/asio/dispatch.hpp>
#include <utility>

#include "server/http_session.hpp"

namespace tiendo::server {
namespace {

namespace asio = boost::asio;

constexpr std::size_t piece_bytes = 64 * 1024;      // what `write_time` is for
constexpr std::size_t with_head_bytes = 16 * 1024;  // copying is cheaper than a second write
constexpr std::string_view heartbeat = ":\n\n";     // a comment (HTML, 9.2.6)

}  // namespace

/// Whether all of it was sent.
asio::awaitable<bool> HttpSession::send(HttpAnswer answer) {
  std::string_view text;
  const auto* pieces = std::get_if<api::SharedText>(&answer.body);
  if (const auto* own = std::get_if<std::string>(&answer.body)) {
    text = *own;
  } else if (pieces != nullptr) {
    text = pieces->front()->text();
  }
  bool sent = co_await send_text(std::move(answer.head), text);
  for (std::size_t i = 1; sent && pieces != nullptr && i < pieces->size(); ++i) {
    sent = co_await write_all((*pieces)[i]->text());
  }
  if (!sent) {
    co_return false;
  }
  if (const auto* part = std::get_if<HttpFilePart>(&answer.body)) {
    sent = co_await send_file(*part);
  } else if (const auto* live = std::get_if<HttpLiveBody>(&answer.body)) {
    co_await send_live(**live);
  }
  co_return sent;
}

asio::awaitable<bool> HttpSession::send_text(std::string head, std::string_view body) {
  const auto with_head = std::min(body.size(), with_head_bytes);
  head.append(body.substr(0, with_head));
  body.remove_prefix(with_head);
  bool sent = co_await write(head.data(), head.size());
  if (sent) {
    sent = co_await write_all(body);
  }
  co_return sent;
}

asio::awaitable<bool> HttpSession::write_all(std::string_view text) {
  bool sent = true;
  while (sent && !text.empty()) {
    const auto bytes = std::min(text.size(), piece_bytes);
    sent = co_await write(text.data(), bytes);
    text.remove_prefix(bytes);
  }
  co_return sent;
}

asio::awaitable<bool> HttpSession::send_file(const HttpFilePart& part) {
  std::string piece(static_cast<std::size_t>(std::min<std::uint64_t>(part.length, piece_bytes)),
                    '\0');
  auto from = part.first;
  const auto end = part.first + part.length;
  bool sent = true;
  while (sent && from < end) {
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(end - from, piece.size()));
    const auto count = part.file.read(from, piece.data(), wanted);
    if (count == 0) {
      co_return false;  // shorter than was promised: only the end of the connection can tell
    }
    sent = co_await write(piece.data(), count);
    from += count;
  }
  co_return sent;
}

asio::awaitable<bool> HttpSession::write(const char* from, std::size_t bytes) {
  arm(core_->options.write_time);
  const bool sent = co_await connection_.write(from, bytes);
  disarm();
  if (!sent) {
    connection_.abort();  // what waits in the kernel for a client that does not read goes too
  }
  co_return sent;
}

asio::awaitable<void> HttpSession::send_live(HttpLive& live) {
  attach(live);
  std::string waiting;
  bool sent = true;
  while (sent && !client_gone_) {
    waiting.clear();
    const auto state = live.take(waiting, piece_bytes);
    if (waiting.empty() && state != HttpLive::State::open) {
      break;
    }
    if (waiting.empty() && heartbeat_due_) {
      waiting = heartbeat;
    }
    if (waiting.empty()) {
      co_await wait();
      continue;
    }
    sent = co_await write(waiting.data(), waiting.size());
    heartbeat_due_ = false;
    heartbeat_at_ = core_->after(core_->options.heartbeat_time);
  }
  live_ = nullptr;
  --core_->counts.live_streams;
  if (live.state() == HttpLive::State::overflowed) {
    ++core_->counts.overflowed;
    connection_.abort();
  }
}

void HttpSession::attach(HttpLive& live) {
  live_ = &live;
  ++core_->counts.live_streams;
  heartbeat_at_ = core_->after(core_->options.heartbeat_time);
  live.attach([weak = weak_from_this(), executor = core_->context.get_executor()] {
    asio::dispatch(executor, [weak] {
      const auto session = weak.lock();
      if (!session || session->live_ == nullptr) {
        return;
      }
      if (session->live_->state() == HttpLive::State::overflowed) {
        session->connection_.abort();  // it may be writing to a client that does not read
      }
      session->notify();
    });
  });
  if (core_->stopping) {
    live.close();
  }
  core_->tasks.spawn(watch(shared_from_this()));
}

/// Reads what nobody asked for until the client is gone.
asio::awaitable<void> HttpSession::watch(std::shared_ptr<HttpSession> self) {
  char ignored[256];
  std::size_t count = 1;
  while (count > 0) {
    count = co_await self->connection_.read(ignored, sizeof ignored);
  }
  self->client_gone_ = true;
  self->notify();
}

/// Closes so that the client gets the answer: with bytes of it unread, closing would take back what
/// was sent (RFC 9112, 9.6).
asio::awaitable<void> HttpSession::leave() {
  arm(core_->options.linger_time);
  co_await connection_.finish();
  char ignored[4096];
  std::size_t count = 1;
  while (count > 0 && !timed_out_) {
    count = co_await connection_.discard(ignored, sizeof ignored);
  }
}

}  // namespace tiendo::server
