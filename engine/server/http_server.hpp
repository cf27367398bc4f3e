#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "server/http_handler.hpp"
#include "server/http_tls.hpp"

namespace boost::asio {
class io_context;
}

namespace tiendo::server {

/// Limits on what a client may do. Times are kept to within one or two `tick`s.
struct HttpOptions {
  std::size_t header_bytes_max = 16 * 1024;  // 431
  std::size_t target_bytes_max = 8 * 1024;   // 414
  std::size_t connections_max = 2000;  // beyond, the one that has been idle longest makes place
  std::size_t connections_per_address_max = 1000;  // loopback and trusted proxies are exempt

  std::chrono::milliseconds header_time{10'000};  // for a whole header, TLS before it: 408
  std::chrono::milliseconds body_time{20'000};    // for each 16 KiB of a body, and its rest: 408
  std::chrono::milliseconds idle_time{60'000};    // between requests
  std::chrono::milliseconds write_time{30'000};   // for each 64 KiB that the client has to take
  std::chrono::milliseconds linger_time{2'000};   // for the client to hear that we have closed
  std::chrono::milliseconds heartbeat_time{
      15'000};  // a live stream says something at least so often
  std::chrono::milliseconds tick{250};

  std::vector<std::string> trusted_proxies;  // addresses and networks: http_forwarded.hpp
};

/// What there is and has been, for metrics.
struct HttpCounts {
  std::size_t connections = 0;    // open now
  std::size_t live_streams = 0;   // open now
  std::uint64_t accepted = 0;     // connections since the start
  std::uint64_t requests = 0;     // answered since the start, refusals among them
  std::uint64_t turned_away = 0;  // connections: there was no place
  std::uint64_t evicted = 0;      // idle ones closed to make place
  std::uint64_t overflowed = 0;   // live streams closed because the client did not keep up
};

/// HTTP/1.1 and 1.0 over TCP, with TLS or without: framing, limits, times, compression, ranges,
/// conditional requests, live streams. Answers of one connection come in the order of its requests,
/// of which one at a time is with the handler; what is sent beyond waits in the socket.
///
/// On the one thread that runs `context`, but for `push`. Nothing throws.
class HttpServer {
 public:
  /// `now` is asked for the header Date. `context` and `handler` outlive the server and every
  /// reply. Fails where a trusted proxy is no address.
  [[nodiscard]] static Result<std::unique_ptr<HttpServer>> make(boost::asio::io_context& context,
                                                                HttpOptions options,
                                                                HttpHandler& handler,
                                                                std::function<Timestamp()> now);
  /// Destroyed before it has stopped, it leaves its connections to the io_context.
  ~HttpServer();

  /// Listens from now on; may be called more than once. Port 0: one that is free. Without `tls`
  /// plain HTTP. Answers the port.
  [[nodiscard]] Result<std::uint16_t> listen(const std::string& address, std::uint16_t port,
                                             std::shared_ptr<HttpTls> tls = nullptr);
  /// The same with a socket that listens already, for instance from systemd; it is ours then.
  [[nodiscard]] Result<std::uint16_t> adopt(int descriptor, std::shared_ptr<HttpTls> tls = nullptr);

  /// Sends the same to many streams for the price of one post. Any thread.
  void push(std::vector<std::shared_ptr<HttpLive>> streams,
            std::shared_ptr<const std::string> events);

  /// Stops to listen; idle connections are closed, the others when they have answered what they are
  /// at, live streams when what was pushed has been sent. What is left after `grace` is cut off.
  /// `done` is called once there is none. Called again, the shorter `grace` and the latest `done`
  /// count.
  void stop(std::chrono::milliseconds grace, std::function<void()> done);

  [[nodiscard]] HttpCounts counts() const;

 private:
  class Impl;
  explicit HttpServer(std::shared_ptr<Impl> impl);
  std::shared_ptr<Impl> impl_;
};

}  // namespace tiendo::server
