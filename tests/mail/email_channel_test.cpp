#include "email/email_channel.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "mail/letters.hpp"

using namespace tiendo;
using namespace tiendo::test;
using namespace std::chrono_literals;

namespace {

/// Takes connections and never says a word.
class SilentServer {
 public:
  SilentServer() {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* any = reinterpret_cast<sockaddr*>(&address);
    REQUIRE(::bind(socket_, any, size) == 0);
    REQUIRE(::listen(socket_, 4) == 0);
    REQUIRE(::getsockname(socket_, any, &size) == 0);
    port = ntohs(address.sin_port);
  }
  SilentServer(const SilentServer&) = delete;
  SilentServer& operator=(const SilentServer&) = delete;
  ~SilentServer() { ::close(socket_); }

  std::uint16_t port = 0;

 private:
  int socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
};

}  // namespace

TEST_CASE("a letter is given up while the server says nothing") {
  const SilentServer server;
  email::Settings settings;
  settings.host = "127.0.0.1";
  settings.port = server.port;
  settings.security = email::Security::none;
  settings.from = {"tiendo@example.vn", "Liên minh HTX"};
  email::EmailChannel channel{settings};
  std::thread gives_up{[&] {
    std::this_thread::sleep_for(100ms);
    channel.give_up();
  }};
  const auto began = std::chrono::steady_clock::now();
  const auto sending = channel.send(some_letter());
  const auto took = std::chrono::steady_clock::now() - began;
  gives_up.join();
  CHECK(sending.outcome == port::Channel::Outcome::later);
  CHECK(took < 15s);  // of the 60 s that it would wait for an answer
}
