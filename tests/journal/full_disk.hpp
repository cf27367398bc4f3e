#pragma once

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>

namespace tiendo {

/// Runs `action` in a child process in which no file grows beyond `bytes`: what a disk that is full
/// in the middle looks like to a program, without a disk. True when `action` said so.
template <class Action>
bool with_files_up_to(rlim_t bytes, const Action& action) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);  // the call fails instead
    const rlimit limit{bytes, bytes};
    const bool ready = ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
    ::_exit(ready && action() ? 0 : 1);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace tiendo
