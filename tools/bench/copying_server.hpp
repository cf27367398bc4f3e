#pragma once

#include <cstdint>
#include <string>
#include <thread>

namespace tiendo::bench {

/// What a server can at best be: answers whatever comes on its one connection with the same bytes,
/// which it copies first. Loopback; a thread of its own.
class CopyingServer {
 public:
  /// `bytes`: of the answer, whose head says so.
  explicit CopyingServer(std::size_t bytes);
  CopyingServer(const CopyingServer&) = delete;
  CopyingServer& operator=(const CopyingServer&) = delete;
  /// Ends when the client has gone.
  ~CopyingServer();

  [[nodiscard]] std::uint16_t port() const { return port_; }

 private:
  void run() const;

  std::string answer_;
  int listener_ = -1;
  std::uint16_t port_ = 0;
  std::thread thread_;
};

}  // namespace tiendo::bench
