#include "mail/peer/peer.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <iostream>

namespace tiendo::test {
namespace {

namespace json = boost::json;

constexpr int answer_time_ms = 10'000;

std::string packages() {
  return std::filesystem::absolute("tests/mail/peer").string();
}

bool runs(const std::string& command) {
  return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

}  // namespace

bool can_have_a_peer() {
  static const bool has_programs = runs("node --version") && runs("openssl version");
  if (!has_programs) {
    std::cout << "SKIPPED: node or openssl is not installed (tools/install-dependencies test)\n";
    return false;
  }
  INFO("the packages are missing; run tests/mail/peer/install with this build folder");
  REQUIRE(std::filesystem::exists(packages() + "/node_modules/.installed"));
  return true;
}

Peer::Peer(const json::object& options) {
  std::array<int, 2> in{};
  std::array<int, 2> out{};
  REQUIRE(::pipe2(in.data(), O_CLOEXEC) == 0);
  REQUIRE(::pipe2(out.data(), O_CLOEXEC) == 0);
  const auto script = std::string{TIENDO_PEER_SOURCE} + "/peer.mjs";
  const auto folder = packages();
  const auto written = json::serialize(options);
  process_ = ::fork();
  REQUIRE(process_ >= 0);
  if (process_ == 0) {
    ::dup2(in[0], STDIN_FILENO);
    ::dup2(out[1], STDOUT_FILENO);
    ::execlp("node", "node", script.c_str(), folder.c_str(), written.c_str(), nullptr);
    ::_exit(127);
  }
  ::close(in[0]);
  ::close(out[1]);
  input_ = in[1];
  output_ = out[0];
  port_ = static_cast<std::uint16_t>(next().at("port").as_int64());
}

Peer::~Peer() {
  end();
  ::close(output_);
  int status = 0;
  for (int tries = 0; ::waitpid(process_, &status, WNOHANG) == 0; ++tries) {
    if (tries == 50) ::kill(process_, SIGKILL);
    ::poll(nullptr, 0, 100);
  }
}

bool Peer::read_more() {
  pollfd wait{output_, POLLIN, 0};
  if (::poll(&wait, 1, answer_time_ms) != 1) return false;
  std::array<char, 65536> piece{};
  const auto size = ::read(output_, piece.data(), piece.size());
  if (size <= 0) return false;
  read_.append(piece.data(), static_cast<std::size_t>(size));
  return true;
}

json::object Peer::next() {
  while (read_.find('\n') == std::string::npos) {
    INFO("the peer says nothing more; it said: " << read_);
    REQUIRE(read_more());
  }
  const auto end = read_.find('\n');
  const auto line = read_.substr(0, end);
  read_.erase(0, end + 1);
  return json::parse(line).as_object();
}

std::string Peer::end() {
  if (input_ >= 0) ::close(input_);
  input_ = -1;
  while (read_more()) {
  }
  return std::exchange(read_, {});
}

Certificates::Certificates() {
  const auto script = std::string{TIENDO_PEER_SOURCE} + "/certificates";
  REQUIRE(runs(script + " " + folder_.path().string()));
}

}  // namespace tiendo::test
