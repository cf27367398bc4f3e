#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::bench {

/// `tiendo serve` over a folder, in a process of its own: killed when this goes.
class ServedFolder {
 public:
  /// Returns when it listens; ends the process where it does not.
  explicit ServedFolder(const std::filesystem::path& folder);
  ServedFolder(const ServedFolder&) = delete;
  ServedFolder& operator=(const ServedFolder&) = delete;
  ~ServedFolder();

  [[nodiscard]] std::uint16_t port() const { return port_; }
  /// As the owner, or acting for `user`: one whole request, on a connection that is kept.
  [[nodiscard]] std::string get(std::string_view path, std::string_view more_headers = "") const;
  [[nodiscard]] std::string post(std::string_view path, std::string_view user, std::string_view key,
                                 std::string_view body) const;
  /// What the server holds in memory.
  [[nodiscard]] double resident_mb() const;

 private:
  pid_t process_ = -1;
  std::uint16_t port_ = 0;
  std::string token_;
};

/// Many connections to a server on loopback, driven by one thread. Ends the process where
/// something fails: then there is nothing to measure.
class HttpClients {
 public:
  HttpClients(std::uint16_t port, std::size_t connections);
  HttpClients(const HttpClients&) = delete;
  HttpClients& operator=(const HttpClients&) = delete;
  ~HttpClients();

  void send(std::size_t connection, std::string_view bytes);
  /// Waits until something has come, and gives it to `take` with the number of its connection.
  /// False where nothing came for `patience_ms`.
  using Take = std::function<void(std::size_t connection, std::string_view bytes)>;
  bool receive(const Take& take, int patience_ms = 60'000);

 private:
  int epoll_ = -1;
  std::vector<int> sockets_;
};

/// Of bytes that came: whether a whole answer with a Content-Length, or 304, is there; its status.
struct HttpWhole {
  bool whole = false;
  int status = 0;
  std::size_t size = 0;
};
[[nodiscard]] HttpWhole whole_answer(std::string_view bytes);

}  // namespace tiendo::bench
