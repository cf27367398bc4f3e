#include "server/http_server.hpp"

#include <sys/socket.h>

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

#include "server/http_core.hpp"
#include "server/http_session.hpp"

namespace tiendo::server {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr auto as_result = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::milliseconds pause_without_descriptors{100};

Error error_of(const std::string& where, const boost::system::error_code& why) {
  const auto words = why.message();
  return {{"không mở được cổng để nhận kết nối (" + words +
               "); hãy kiểm tra địa chỉ, và xem cổng có đang được chương trình khác dùng không",
           "cannot listen (" + words +
               "); look at the address, and whether another program uses the port"},
          where};
}

}  // namespace

class HttpServer::Impl final : public HttpCore, public std::enable_shared_from_this<Impl> {
 public:
  Impl(asio::io_context& io, HttpOptions chosen, HttpHandler& to, TrustedProxies trusted,
       std::function<Timestamp()> clock)
      : HttpCore{io, std::move(chosen), to, std::move(trusted), std::move(clock)},
        timer_{io},
        clock_{io.get_executor()} {}

  void start() { clock_.spawn(count(shared_from_this())); }
  Result<std::uint16_t> serve(tcp::acceptor acceptor, std::shared_ptr<HttpTls> tls);
  void stop(std::chrono::milliseconds grace, std::function<void()> done);

 private:
  struct Listener {
    tcp::acceptor acceptor;
    std::shared_ptr<HttpTls> tls;
  };

  static asio::awaitable<void> accept(std::shared_ptr<Impl> self,
                                      std::shared_ptr<Listener> listener);
  static asio::awaitable<void> count(std::shared_ptr<Impl> self);
  void admit(tcp::socket socket, const std::shared_ptr<HttpTls>& tls);
  bool make_place();
  bool has_place(const asio::ip::address& peer) const;
  void on_tick();

  std::vector<std::shared_ptr<Listener>> listeners_;
  asio::steady_timer timer_;
  TaskGroup clock_;
  std::uint64_t cut_off_at_ = 0;  // a tick; 0: not stopping
  bool stopped_ = false;
};

Result<std::uint16_t> HttpServer::Impl::serve(tcp::acceptor acceptor,
                                              std::shared_ptr<HttpTls> tls) {
  boost::system::error_code error;
  const auto port = acceptor.local_endpoint(error).port();
  if (error) {
    return error_of({}, error);
  }
  auto listener = std::make_shared<Listener>(Listener{std::move(acceptor), std::move(tls)});
  listeners_.push_back(listener);
  tasks.spawn(accept(shared_from_this(), std::move(listener)));
  return port;
}

asio::awaitable<void> HttpServer::Impl::accept(std::shared_ptr<Impl> self,
                                               std::shared_ptr<Listener> listener) {
  asio::steady_timer pause{self->context};
  while (!self->stopping) {
    auto [error, socket] = co_await listener->acceptor.async_accept(as_result);
    if (!error) {
      self->admit(std::move(socket), listener->tls);
    } else if (!self->stopping && error != asio::error::connection_aborted) {
      // There are no descriptors left, most likely, and trying again at once would only spin.
      spdlog::warn("a connection could not be accepted: {}", error.message());
      self->make_place();
      pause.expires_after(pause_without_descriptors);
      co_await pause.async_wait(as_result);
    }
  }
}

void HttpServer::Impl::admit(tcp::socket socket, const std::shared_ptr<HttpTls>& tls) {
  boost::system::error_code error;
  const auto peer = socket.remote_endpoint(error).address();
  if (error || stopping) {
    return;  // it has gone again
  }
  if (!has_place(peer) || (sessions.size() >= options.connections_max && !make_place())) {
    ++counts.turned_away;
    return;
  }
  ++counts.accepted;
  auto session = std::make_shared<HttpSession>(shared_from_this(), std::move(socket),
                                               tls ? tls->context() : nullptr);
  tasks.spawn(HttpSession::run(std::move(session)));
}

bool HttpServer::Impl::make_place() {
  if (idle.empty()) {
    return false;
  }
  ++counts.evicted;
  idle.front()->evict();
  return true;
}

bool HttpServer::Impl::has_place(const asio::ip::address& peer) const {
  if (sessions.size() < options.connections_per_address_max || peer.is_loopback() ||
      proxies.contains(peer)) {
    return true;
  }
  const auto same = std::ranges::count_if(
      sessions, [&](const HttpSession* session) { return session->peer() == peer; });
  return static_cast<std::size_t>(same) < options.connections_per_address_max;
}

asio::awaitable<void> HttpServer::Impl::count(std::shared_ptr<Impl> self) {
  while (!self->stopped_) {
    self->timer_.expires_after(self->options.tick);
    co_await self->timer_.async_wait(as_result);
    self->on_tick();
  }
}

void HttpServer::Impl::on_tick() {
  ++tick;
  for (auto* session : sessions) {
    session->on_tick();
  }
  if (cut_off_at_ != 0 && tick >= cut_off_at_) {
    tasks.cancel();
  }
}

void HttpServer::Impl::stop(std::chrono::milliseconds grace, std::function<void()> done) {
  stopping = true;
  cut_off_at_ = cut_off_at_ == 0 ? after(grace) : std::min(cut_off_at_, after(grace));
  for (const auto& listener : listeners_) {
    boost::system::error_code ignored;
    listener->acceptor.close(ignored);
  }
  listeners_.clear();
  const auto open = sessions;  // a live stream may call out when it is closed
  for (auto* session : open) {
    session->stop();
  }
  tasks.when_empty([this, told = std::move(done)]() mutable {
    stopped_ = true;
    timer_.cancel();
    clock_.when_empty([io = &context, told = std::move(told)]() mutable {
      asio::post(*io, std::move(told));  // who is told may well destroy the server
    });
  });
}

Result<std::unique_ptr<HttpServer>> HttpServer::make(asio::io_context& context, HttpOptions options,
                                                     HttpHandler& handler,
                                                     std::function<Timestamp()> now) {
  auto proxies = TrustedProxies::read(options.trusted_proxies);
  if (!proxies) {
    return proxies.error();
  }
  auto impl = std::make_shared<Impl>(context, std::move(options), handler, std::move(*proxies),
                                     std::move(now));
  impl->start();
  return std::unique_ptr<HttpServer>{new HttpServer{std::move(impl)}};
}

HttpServer::HttpServer(std::shared_ptr<Impl> impl) : impl_{std::move(impl)} {}
HttpServer::~HttpServer() = default;

Result<std::uint16_t> HttpServer::listen(const std::string& address, std::uint16_t port,
                                         std::shared_ptr<HttpTls> tls) {
  const auto where = address + " port " + std::to_string(port);
  boost::system::error_code error;
  const tcp::endpoint endpoint{asio::ip::make_address(address, error), port};
  tcp::acceptor acceptor{impl_->context};
  const auto each = [&error](auto&& step) {
    if (!error) {
      step();
    }
  };
  each([&] { acceptor.open(endpoint.protocol(), error); });
  each([&] { acceptor.set_option(tcp::acceptor::reuse_address{true}, error); });
  each([&] { acceptor.bind(endpoint, error); });
  each([&] { acceptor.listen(asio::socket_base::max_listen_connections, error); });
  if (error) {
    return error_of(where, error);
  }
  return impl_->serve(std::move(acceptor), std::move(tls));
}

Result<std::uint16_t> HttpServer::adopt(int descriptor, std::shared_ptr<HttpTls> tls) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  int listens = 0;
  socklen_t flag_size = sizeof listens;
  boost::system::error_code error;
  tcp::acceptor acceptor{impl_->context};
  if (::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size) != 0 ||
      (address.ss_family != AF_INET && address.ss_family != AF_INET6) ||
      ::getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listens, &flag_size) != 0 ||
      listens == 0) {
    error = asio::error::not_socket;
  } else {
    acceptor.assign(address.ss_family == AF_INET ? tcp::v4() : tcp::v6(), descriptor, error);
  }
  if (error) {
    return error_of("socket " + std::to_string(descriptor), error);
  }
  return impl_->serve(std::move(acceptor), std::move(tls));
}

void HttpServer::push(std::vector<std::shared_ptr<HttpLive>> streams,
                      std::shared_ptr<const std::string> events) {
  asio::dispatch(impl_->context, [to = std::move(streams), what = std::move(events)] {
    for (const auto& stream : to) {
      stream->push(what);
    }
  });
}

void HttpServer::stop(std::chrono::milliseconds grace, std::function<void()> done) {
  impl_->stop(grace, std::move(done));
}

HttpCounts HttpServer::counts() const {
  auto counts = impl_->counts;
  counts.connections = impl_->sessions.size();
  return counts;
}

}  // namespace tiendo::server
