#include "server/systemd.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <cerrno>
#include <charconv>
#include <cstddef>

#include "journal/file.hpp"

namespace tiendo::server {
namespace {

constexpr int first_socket = 3;  // SD_LISTEN_FDS_START
constexpr int sockets_max = 64;  // far more than a unit of ours has

const Text notifying{"báo cho systemd", "notify systemd"};

std::optional<std::int64_t> number(const char* text) {
  if (text == nullptr) {
    return std::nullopt;
  }
  const std::string_view all{text};
  std::int64_t value = 0;
  const auto [end, failed] = std::from_chars(all.data(), all.data() + all.size(), value);
  const bool whole = failed == std::errc{} && end == all.data() + all.size();
  return whole ? std::optional{value} : std::nullopt;
}

std::vector<std::string> names_in(const char* text) {
  std::vector<std::string> names;
  for (std::string_view rest{text == nullptr ? "" : text}; !rest.empty();) {
    const auto end = rest.find(':');
    names.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return names;
}

}  // namespace

Systemd::Systemd(const Environment& environment, pid_t pid) {
  if (const char* path = environment("NOTIFY_SOCKET"); path != nullptr) {
    notify_socket_ = path;
  }
  const auto watchdog = number(environment("WATCHDOG_USEC"));
  if (watchdog && *watchdog > 0 && number(environment("WATCHDOG_PID")).value_or(pid) == pid) {
    watchdog_period_ =
        std::chrono::ceil<std::chrono::milliseconds>(std::chrono::microseconds{*watchdog / 2});
  }
  const auto count = number(environment("LISTEN_FDS")).value_or(0);
  if (number(environment("LISTEN_PID")) != pid || count < 0 || count > sockets_max) {
    return;
  }
  const auto names = names_in(environment("LISTEN_FDNAMES"));
  for (int i = 0; i < count; ++i) {
    ::fcntl(first_socket + i, F_SETFD, FD_CLOEXEC);
    const auto at = static_cast<std::size_t>(i);
    sockets_.push_back({first_socket + i, at < names.size() ? names[at] : ""});
  }
}

Result<void> Systemd::notify(std::string_view state) const {
  if (notify_socket_.empty()) {
    return {};
  }
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (notify_socket_.size() >= sizeof address.sun_path) {
    return journal::file_error(notifying, notify_socket_, ENAMETOOLONG);
  }
  notify_socket_.copy(address.sun_path, sizeof address.sun_path - 1);
  if (address.sun_path[0] == '@') {
    address.sun_path[0] = '\0';  // an abstract name
  }
  const journal::Descriptor socket{::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)};
  const auto size = offsetof(sockaddr_un, sun_path) + notify_socket_.size();
  const auto sent =
      ::sendto(socket.get(), state.data(), state.size(), MSG_NOSIGNAL,
               reinterpret_cast<const sockaddr*>(&address), static_cast<socklen_t>(size));
  return sent == static_cast<ssize_t>(state.size())
             ? Result<void>{}
             : Result<void>{journal::file_error(notifying, notify_socket_, errno)};
}

}  // namespace tiendo::server
