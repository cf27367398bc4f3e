#include "serve/wire.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <utility>

namespace tiendo::test {
namespace {

constexpr timeval patience{20, 0};

void set(int socket, int level, int name, const void* value, socklen_t size) {
  static_cast<void>(::setsockopt(socket, level, name, value, size));
}

}  // namespace

Wire::Wire(std::uint16_t port, int receive_buffer)
    : socket_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
  const int on = 1;
  set(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  set(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  set(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  if (receive_buffer > 0) {
    set(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
  }
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ended_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0;
}

Wire::Wire(Wire&& other) noexcept
    : socket_{std::exchange(other.socket_, -1)},
      ended_{other.ended_},
      came_{std::move(other.came_)} {}

Wire& Wire::operator=(Wire&& other) noexcept {
  std::swap(socket_, other.socket_);
  std::swap(ended_, other.ended_);
  std::swap(came_, other.came_);
  return *this;
}

void Wire::close() {
  if (socket_ >= 0) {
    ::close(std::exchange(socket_, -1));
  }
}

bool Wire::send(std::string_view bytes) const {
  while (!bytes.empty() && !ended_) {
    const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count <= 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return bytes.empty();
}

bool Wire::receive() {
  std::array<char, 65'536> piece;
  ssize_t count = 0;
  do {  // with a time limit it is not taken up again after a signal
    count = ended_ ? 0 : ::recv(socket_, piece.data(), piece.size(), 0);
  } while (count < 0 && errno == EINTR);
  ended_ = ended_ || count == 0 || (count < 0 && errno != EAGAIN);
  came_.append(piece.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
  return count > 0;
}

std::optional<Heard> Wire::answer() {
  constexpr std::string_view field = "\r\nContent-Length: ";
  auto end = came_.find("\r\n\r\n");
  for (; end == std::string::npos; end = came_.find("\r\n\r\n")) {
    if (!receive()) {
      return std::nullopt;
    }
  }
  Heard heard;
  heard.head = came_.substr(0, end + 4);
  std::from_chars(heard.head.data() + 9, heard.head.data() + 12, heard.status);
  std::size_t size = 0;
  if (const auto length = heard.head.find(field); length != std::string::npos) {
    std::from_chars(heard.head.data() + length + field.size(), heard.head.data() + end, size);
  }
  while (came_.size() < end + 4 + size) {
    if (!receive()) {
      return std::nullopt;
    }
  }
  heard.body = came_.substr(end + 4, size);
  came_.erase(0, end + 4 + size);
  return heard;
}

std::string Wire::more() {
  if (came_.empty()) {
    receive();
  }
  return std::exchange(came_, {});
}

bool Wire::ends() {
  while (receive()) {
    came_.clear();
  }
  return ended_;
}

}  // namespace tiendo::test
