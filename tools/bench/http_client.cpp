#include "http_client.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <spawn.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <chrono>
#include <fstream>
#include <iterator>
#include <thread>

#include "base/check.hpp"

extern char** environ;

namespace tiendo::bench {
namespace {

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

/// Of server.json, which holds two texts without escapes.
std::string member(const std::string& json, const std::string& name) {
  const auto begin = json.find('"' + name + "\":\"");
  check(begin != std::string::npos, "the file of the owner has an address and a token");
  const auto value = begin + name.size() + 4;
  return json.substr(value, json.find('"', value) - value);
}

pid_t spawn(const std::filesystem::path& folder) {
  std::array<std::string, 6> words{TIENDO_PROGRAM,  "serve",    "--data",
                                   folder.string(), "--listen", "127.0.0.1:0"};
  std::array<char*, 7> arguments{};
  for (std::size_t i = 0; i < words.size(); ++i) {
    arguments[i] = words[i].data();
  }
  posix_spawn_file_actions_t actions{};
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t process = -1;
  check(::posix_spawn(&process, TIENDO_PROGRAM, &actions, nullptr, arguments.data(), environ) == 0,
        "the server can be started");
  posix_spawn_file_actions_destroy(&actions);
  return process;
}

int connect_to(std::uint16_t port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  check(socket >= 0, "there are descriptors enough: ulimit -n");
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  check(::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0,
        "the server takes connections");
  const int on = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return socket;
}

}  // namespace

ServedFolder::ServedFolder(const std::filesystem::path& folder) : process_{spawn(folder)} {
  const auto said = folder / "server.json";
  for (int tries = 0; !std::filesystem::exists(said); ++tries) {
    check(tries < 6'000 && ::waitpid(process_, nullptr, WNOHANG) == 0, "the server starts");
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
  const auto json = content_of(said);
  token_ = member(json, "token");
  const auto address = member(json, "address");
  const auto port = address.substr(address.rfind(':') + 1);
  std::from_chars(port.data(), port.data() + port.size(), port_);
}

ServedFolder::~ServedFolder() {
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
}

std::string ServedFolder::get(std::string_view path, std::string_view more_headers) const {
  return fmt::format("GET {} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\n{}\r\n",
                     path, token_, more_headers);
}

std::string ServedFolder::post(std::string_view path, std::string_view user, std::string_view key,
                               std::string_view body) const {
  return fmt::format(
      "POST {} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\n{}{}\r\n"
      "Idempotency-Key: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{}",
      path, token_, user.empty() ? "X-Tiendo-Client: bench" : "X-Tiendo-As: ", user, key,
      body.size(), body);
}

double ServedFolder::resident_mb() const {
  std::ifstream file{fmt::format("/proc/{}/statm", process_)};
  std::uint64_t total = 0;
  std::uint64_t resident = 0;
  file >> total >> resident;
  return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE)) /
         (1024 * 1024);
}

HttpClients::HttpClients(std::uint16_t port, std::size_t connections)
    : epoll_{::epoll_create1(EPOLL_CLOEXEC)} {
  check(epoll_ >= 0, "there is epoll");
  for (std::size_t i = 0; i < connections; ++i) {
    sockets_.push_back(connect_to(port));
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = i;
    check(::epoll_ctl(epoll_, EPOLL_CTL_ADD, sockets_.back(), &event) == 0, "a socket is watched");
  }
}

HttpClients::~HttpClients() {
  for (const int socket : sockets_) {
    ::close(socket);
  }
  ::close(epoll_);
}

void HttpClients::send(std::size_t connection, std::string_view bytes) {
  const auto sent = ::send(sockets_[connection], bytes.data(), bytes.size(), MSG_NOSIGNAL);
  check(sent == static_cast<ssize_t>(bytes.size()), "a request goes out at once");
}

bool HttpClients::receive(const Take& take, int patience_ms) {
  static std::array<char, std::size_t{256} * 1024> buffer;
  std::array<epoll_event, 64> events{};
  const int ready =
      ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), patience_ms);
  for (int i = 0; i < ready; ++i) {
    const auto connection = static_cast<std::size_t>(events[static_cast<std::size_t>(i)].data.u64);
    const auto size = ::recv(sockets_[connection], buffer.data(), buffer.size(), 0);
    check(size > 0, "the server keeps the connection");
    take(connection, {buffer.data(), static_cast<std::size_t>(size)});
  }
  return ready > 0;
}

HttpWhole whole_answer(std::string_view bytes) {
  constexpr std::string_view field = "\r\nContent-Length: ";
  const auto head = bytes.find("\r\n\r\n");
  HttpWhole answer;
  if (head == std::string_view::npos) {
    return answer;
  }
  std::from_chars(bytes.data() + 9, bytes.data() + 12, answer.status);
  const auto length = bytes.substr(0, head).find(field);
  if (length != std::string_view::npos) {
    std::from_chars(bytes.data() + length + field.size(), bytes.data() + head, answer.size);
  }
  answer.size += head + 4;
  const bool is_told = length != std::string_view::npos || answer.status == 304;
  answer.whole = is_told && bytes.size() >= answer.size;
  return answer;
}

}  // namespace tiendo::bench
