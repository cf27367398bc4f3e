#pragma once

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <boost/json.hpp>
#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

extern char** environ;

namespace tiendo::test {

/// `tiendo serve` over a data folder: a process of its own at a port that is free, ended with this.
/// What it logs goes to the file DATA.log.
class Serving {
 public:
  enum class Wait { until_ready, not_at_all };

  explicit Serving(std::string data, std::vector<std::string> more = {},
                   Wait wait = Wait::until_ready)
      : data_{std::move(data)} {
    std::vector<std::string> words{TIENDO_PROGRAM, "serve",    "--json",     "--data",
                                   data_,          "--listen", "127.0.0.1:0"};
    words.insert(words.end(), more.begin(), more.end());
    spawn(words);
    if (wait == Wait::until_ready) {
      const bool ready = is_ready();
      INFO(log());
      REQUIRE(ready);
    }
  }
  Serving(const Serving&) = delete;
  Serving& operator=(const Serving&) = delete;
  ~Serving() {
    end(SIGTERM);
    ::close(said_);
  }

  /// Waits until it listens. False: it has ended, or says nothing.
  bool is_ready() {
    while (line_.find('\n') == std::string::npos) {
      pollfd waiting{said_, POLLIN, 0};
      std::array<char, 256> piece{};
      const auto count =
          ::poll(&waiting, 1, patience_ms) == 1 ? ::read(said_, piece.data(), piece.size()) : 0;
      if (count <= 0) {
        return false;
      }
      line_.append(piece.data(), static_cast<std::size_t>(count));
    }
    return true;
  }

  /// Until `go_on` it gets no time, as on a machine that has too much to do.
  void pause() const { ::kill(process_, SIGSTOP); }
  void go_on() const { ::kill(process_, SIGCONT); }

  /// Ends it, and waits for that. Its exit status; -1 where a signal ended it.
  int end(int signal) {
    if (process_ == 0) {
      return exit_;
    }
    ::kill(process_, signal);
    int status = 0;
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::milliseconds{patience_ms};
    while (::waitpid(process_, &status, WNOHANG) == 0) {
      if (std::chrono::steady_clock::now() > give_up) {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, &status, 0);
        FAIL_CHECK("the server did not end");
        break;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    process_ = 0;
    exit_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return exit_;
  }

  [[nodiscard]] pid_t process() const { return process_; }
  [[nodiscard]] const std::string& data() const { return data_; }
  /// "http://127.0.0.1:43211".
  [[nodiscard]] std::string address() const {
    return std::string{boost::json::parse(line_).at("address").as_string()};
  }
  [[nodiscard]] std::uint16_t port() const {
    const auto whole = address();
    return static_cast<std::uint16_t>(std::stoi(whole.substr(whole.rfind(':') + 1)));
  }
  /// What opens the door to the owner.
  [[nodiscard]] std::string token() const {
    return std::string{boost::json::parse(content(data_ + "/server.json")).at("token").as_string()};
  }
  [[nodiscard]] std::string log() const { return content(data_ + ".log"); }

 private:
  static constexpr int patience_ms = 90'000;

  void spawn(std::vector<std::string>& words) {
    std::vector<char*> arguments;
    for (auto& word : words) {
      arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    int pipe[2] = {-1, -1};
    REQUIRE(::pipe2(pipe, O_CLOEXEC) == 0);
    const auto log = data_ + ".log";
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, log.c_str(),
                                     O_WRONLY | O_CREAT | O_APPEND, 0600);
    REQUIRE(::posix_spawn(&process_, TIENDO_PROGRAM, &actions, nullptr, arguments.data(),
                          environ) == 0);
    posix_spawn_file_actions_destroy(&actions);
    ::close(pipe[1]);
    said_ = pipe[0];
  }

  static std::string content(const std::string& file) {
    std::ifstream in{file};
    return {std::istreambuf_iterator<char>{in}, {}};
  }

  std::string data_;
  pid_t process_ = 0;
  int exit_ = -1;
  int said_ = -1;
  std::string line_;
};

}  // namespace tiendo::test
