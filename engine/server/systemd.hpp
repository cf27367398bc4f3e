#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tiendo::server {

/// A socket that the service manager opened for us; whoever takes it closes it.
struct InheritedSocket {
  int descriptor = -1;
  std::string name;  // FileDescriptorName= of the unit; empty: none
};

/// What systemd says to a service and a service to systemd (sd_notify(3), sd_listen_fds(3)),
/// without its library: lines in datagrams, and descriptors from 3 on. Without systemd all of it
/// does nothing. `notify` from any thread.
class Systemd {
 public:
  using Environment = std::function<const char*(const char* name)>;  // as getenv

  /// `pid`: of this process; what was meant for another is not taken.
  Systemd(const Environment& environment, pid_t pid);

  /// `READY=1`, `STOPPING=1`, `WATCHDOG=1`, `STATUS=…`. An error where nobody took it.
  Result<void> notify(std::string_view state) const;

  /// How often `WATCHDOG=1` is to be said: half of the time after which systemd ends the service.
  [[nodiscard]] std::optional<std::chrono::milliseconds> watchdog_period() const {
    return watchdog_period_;
  }

  /// They are not passed on to programs that this one starts.
  [[nodiscard]] const std::vector<InheritedSocket>& sockets() const { return sockets_; }

 private:
  std::string notify_socket_;  // empty: nobody listens
  std::optional<std::chrono::milliseconds> watchdog_period_;
  std::vector<InheritedSocket> sockets_;
};

}  // namespace tiendo::server
