#include "copying_server.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/check.hpp"

namespace tiendo::bench {

CopyingServer::CopyingServer(std::size_t bytes)
    : answer_{fmt::format("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", bytes)},
      listener_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
  answer_.append(bytes, 'x');
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  check(::bind(listener_, reinterpret_cast<const sockaddr*>(&address), size) == 0 &&
            ::listen(listener_, 1) == 0 &&
            ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) == 0,
        "there is a port on loopback");
  port_ = ntohs(address.sin_port);
  thread_ = std::thread{[this] { run(); }};
}

CopyingServer::~CopyingServer() {
  thread_.join();
  ::close(listener_);
}

void CopyingServer::run() const {
  const int client = ::accept(listener_, nullptr, nullptr);
  char question = 0;
  while (::recv(client, &question, 1, 0) == 1) {
    const std::string copy = answer_;
    for (std::size_t sent = 0; sent < copy.size();) {
      const auto some = ::send(client, copy.data() + sent, copy.size() - sent, MSG_NOSIGNAL);
      check(some > 0, "the client takes the answer");
      sent += static_cast<std::size_t>(some);
    }
  }
  ::close(client);
}

}  // namespace tiendo::bench
