#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <cstdio>

#include "sim/options.hpp"
#include "sim/world.hpp"

namespace tiendo::sim {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

void print_diary(std::uint64_t seed, const World& world) {
  fmt::print("seed {}, trace {:016x}\n", seed, world.trace());
  for (const auto& line : world.diary()) {
    fmt::print("  {}\n", line);
  }
}

void print_summary(const Counts& counts, double seconds) {
  fmt::print(
      "{} worlds, {} steps, {} crashes ({} of them in recovery), {} restarts in good order, "
      "{} disk faults, {} failures answered, {} commands answered, {} events in the journals\n"
      "{:.1f} s, {:.0f} crashes/s\n",
      counts.worlds, counts.steps, counts.crashes, counts.crashes_in_recovery, counts.restarts,
      counts.faults, counts.failures, counts.commands, counts.events, seconds,
      static_cast<double>(counts.crashes) / seconds);
}

int run(const Options& options) {
  fmt::print("{} --runs {} --seconds {}\n", line_that_repeats(options.world), options.runs,
             options.seconds);
  std::fflush(stdout);
  const auto start = Clock::now();
  Counts counts;
  auto world_options = options.world;
  for (std::uint64_t i = 0; i < options.runs; ++i, ++world_options.seed) {
    World world{world_options};
    const auto wrong = world.run();
    counts += world.counts();
    if (options.diary || wrong) {
      print_diary(world_options.seed, world);
    }
    if (wrong) {
      fmt::print("WRONG: {}\nrepeat with: {}\n", *wrong, line_that_repeats(world_options));
      print_summary(counts, seconds_since(start));
      return 1;
    }
    if (options.seconds > 0 && seconds_since(start) >= options.seconds) {
      break;
    }
  }
  fmt::print("nothing wrong\n");
  print_summary(counts, seconds_since(start));
  return 0;
}

}  // namespace
}  // namespace tiendo::sim

int main(int argc, char** argv) {
  const auto parsed = tiendo::sim::parse(argc, argv);
  if (!parsed.options) {
    fmt::print(parsed.to_error ? stderr : stdout, "{}", parsed.message);
    return parsed.exit_code;
  }
  if (!parsed.options->log) {
    spdlog::set_level(spdlog::level::off);
  }
  return tiendo::sim::run(*parsed.options);
}
