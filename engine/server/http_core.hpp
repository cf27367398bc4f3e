#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <list>
#include <string>
#include <unordered_map>

#include "server/http_forwarded.hpp"
#include "server/http_server.hpp"
#include "server/task_group.hpp"

namespace tiendo::server {

class HttpSession;

/// What the connections of a server share. Times are counted in ticks of one timer, so that a
/// request costs none. On the thread of HTTP.
class HttpCore {
 public:
  HttpCore(boost::asio::io_context& io, HttpOptions chosen, HttpHandler& to, TrustedProxies trusted,
           std::function<Timestamp()> clock)
      : context{io},
        options{std::move(chosen)},
        handler{to},
        proxies{std::move(trusted)},
        tasks{io.get_executor()},
        now_{std::move(clock)} {}

  boost::asio::io_context& context;
  const HttpOptions options;
  HttpHandler& handler;
  const TrustedProxies proxies;
  TaskGroup tasks;
  std::list<HttpSession*> sessions;
  std::list<HttpSession*> idle;  // in the order in which they became so
  HttpCounts counts;
  std::uint64_t tick = 0;
  bool stopping = false;

  /// The tick at which `time` from now has passed.
  [[nodiscard]] std::uint64_t after(std::chrono::milliseconds time) const {
    return tick + 1 +
           static_cast<std::uint64_t>((time + options.tick).count() - 1) /
               static_cast<std::uint64_t>(options.tick.count());
  }
  /// The header Date, for now.
  [[nodiscard]] const std::string& date();

 private:
  std::function<Timestamp()> now_;
  std::chrono::sys_seconds date_at_{};
  std::string date_;
};

}  // namespace tiendo::server
