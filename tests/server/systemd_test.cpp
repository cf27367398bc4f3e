#include "server/systemd.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <catch2/catch.hpp>
#include <map>

#include <cstring>

#include "journal/file.hpp"
#include "support/temporary_folder.hpp"

namespace tiendo::test {
namespace {

using server::Systemd;
using Variables = std::map<std::string, std::string>;

constexpr pid_t us = 4'711;

Systemd with(const Variables& variables) {
  return Systemd{[&variables](const char* name) {
                   const auto found = variables.find(name);
                   return found == variables.end() ? nullptr : found->second.c_str();
                 },
                 us};
}

/// The end of systemd.
class Listener {
 public:
  explicit Listener(const std::string& path)
      : socket_{::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)} {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    REQUIRE(::bind(socket_.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) ==
            0);
  }
  std::string heard() {
    char buffer[256];
    const auto size = ::recv(socket_.get(), buffer, sizeof buffer, 0);
    return size < 0 ? "" : std::string(buffer, static_cast<std::size_t>(size));
  }

 private:
  journal::Descriptor socket_;
};

}  // namespace

TEST_CASE("systemd hears what it is told") {
  const TemporaryFolder folder;
  const auto path = (folder.path() / "notify").string();
  Listener listener{path};
  const auto systemd = with({{"NOTIFY_SOCKET", path}});
  CHECK(systemd.notify("READY=1\nSTATUS=phục vụ").has_value());
  CHECK(systemd.notify("WATCHDOG=1").has_value());
  CHECK(listener.heard() == "READY=1\nSTATUS=phục vụ");
  CHECK(listener.heard() == "WATCHDOG=1");
}

TEST_CASE("a service that nobody started is quiet, and one that nobody hears says so") {
  CHECK(with({}).notify("READY=1").has_value());
  CHECK_FALSE(with({}).watchdog_period());
  CHECK(with({}).sockets().empty());
  const TemporaryFolder folder;
  CHECK(with({{"NOTIFY_SOCKET", (folder.path() / "gone").string()}}).notify("READY=1").has_error());
  CHECK(with({{"NOTIFY_SOCKET", std::string(200, 'x')}}).notify("READY=1").has_error());
}

TEST_CASE("the watchdog is fed at half of its time, if it is ours") {
  CHECK(with({{"WATCHDOG_USEC", "30000000"}}).watchdog_period() == std::chrono::seconds{15});
  CHECK(with({{"WATCHDOG_USEC", "30000000"}, {"WATCHDOG_PID", "4711"}}).watchdog_period());
  CHECK_FALSE(with({{"WATCHDOG_USEC", "30000000"}, {"WATCHDOG_PID", "1"}}).watchdog_period());
  CHECK_FALSE(with({{"WATCHDOG_USEC", "soon"}}).watchdog_period());
}

TEST_CASE("sockets that were opened for us are taken over with their names") {
  const auto systemd =
      with({{"LISTEN_PID", "4711"}, {"LISTEN_FDS", "2"}, {"LISTEN_FDNAMES", "http"}});
  REQUIRE(systemd.sockets().size() == 2);
  CHECK(systemd.sockets()[0].descriptor == 3);
  CHECK(systemd.sockets()[0].name == "http");
  CHECK(systemd.sockets()[1].descriptor == 4);
  CHECK(systemd.sockets()[1].name.empty());
}

TEST_CASE("sockets of another process, or a number that cannot be, are not taken") {
  CHECK(with({{"LISTEN_PID", "1"}, {"LISTEN_FDS", "2"}}).sockets().empty());
  CHECK(with({{"LISTEN_FDS", "2"}}).sockets().empty());
  CHECK(with({{"LISTEN_PID", "4711"}, {"LISTEN_FDS", "-1"}}).sockets().empty());
  CHECK(with({{"LISTEN_PID", "4711"}, {"LISTEN_FDS", "1000000"}}).sockets().empty());
  CHECK(with({{"LISTEN_PID", "4711"}, {"LISTEN_FDS", "2x"}}).sockets().empty());
}

}  // namespace tiendo::test
