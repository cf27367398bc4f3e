#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tiendo::bench {

/// Time that has passed on the steady clock.
class Stopwatch {
 public:
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(Clock::now() - start_).count();
  }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point start_ = Clock::now();
};

/// How long each of many things took.
class Samples {
 public:
  void add(double seconds) { seconds_.push_back(seconds); }
  [[nodiscard]] std::size_t size() const noexcept { return seconds_.size(); }
  [[nodiscard]] double sum() const;
  /// The time within which `share` of them (0 to 1) were done; there must be one at least.
  [[nodiscard]] double percentile_ms(double share) const;

 private:
  std::vector<double> seconds_;
};

/// What the line {workload, n, seconds, per_s, p50_ms, p99_ms, max_ms, rss_mb} says; a field
/// without meaning is null.
struct Measurement {
  std::string workload;
  std::uint64_t n = 0;
  double seconds = 0;
  std::optional<double> p50_ms{};
  std::optional<double> p99_ms{};
  std::optional<double> max_ms{};
};

/// Prints one JSON line; `rss_mb` is what the process holds in memory at this moment.
void report(const Measurement& measurement);
/// The same, of `samples`.
void report(const std::string& workload, const Samples& samples, std::uint64_t n);

// The workloads, each in its own file; main.cpp lists them.
void declared_charts();
void commands();
void large_plan();
void changes();
void million_timers();
void disk();
void record();
void lateness();
void timer_storm();
void recovery_after_kill();
void backup_and_restore();
void commands_and_reads_over_http();

}  // namespace tiendo::bench
