// tiendo-bench [WORKLOAD…]: runs all workloads or those named, one JSON line a measurement.

#include <algorithm>
#include <array>
#include <iostream>
#include <span>
#include <string_view>

#include "bench.hpp"

namespace {

struct Workload {
  std::string_view name;
  std::string_view what;
  void (*run)();
};

constexpr std::array workloads{
    Workload{"W5", "steps of declared charts", tiendo::bench::declared_charts},
    Workload{"commands", "commands decided and applied, no disk", tiendo::bench::commands},
    Workload{"large_plan", "ten thousand tasks, checked and simulated", tiendo::bench::large_plan},
    Workload{"changes", "what happens to a plan of ten thousand tasks that runs; the five years",
             tiendo::bench::changes},
    Workload{"timers", "a million timers", tiendo::bench::million_timers},
    Workload{"disk", "the limits of this machine's disk", tiendo::bench::disk},
    Workload{"W1", "commands, each acknowledged when it is synced", tiendo::bench::record},
    Workload{"lateness", "W2: from the instant of a timer until it is recorded, until it is told",
             tiendo::bench::lateness},
    Workload{"W3", "timers that fall due at one instant", tiendo::bench::timer_storm},
    Workload{"W4", "kill -9 with everything overdue", tiendo::bench::recovery_after_kill},
    Workload{"backup", "a million events into one file and back",
             tiendo::bench::backup_and_restore},
    Workload{"http", "W1, the timeline and live events over HTTP",
             tiendo::bench::commands_and_reads_over_http},
};

int usage() {
  std::cerr << "usage: tiendo-bench [WORKLOAD…]\n";
  for (const auto& workload : workloads) {
    std::cerr << "  " << workload.name << "  " << workload.what << '\n';
  }
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  const std::span names{argv + 1, static_cast<std::size_t>(argc - 1)};
  for (const std::string_view name : names) {
    if (std::ranges::find(workloads, name, &Workload::name) == workloads.end()) {
      return usage();
    }
  }
  for (const auto& workload : workloads) {
    const auto is_named = [&](const char* name) { return workload.name == name; };
    if (names.empty() || std::ranges::any_of(names, is_named)) {
      workload.run();
    }
  }
}
