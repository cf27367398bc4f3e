#include "bench.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <numeric>

namespace tiendo::bench {
namespace {

double resident_mb() {
  std::ifstream file{"/proc/self/statm"};
  std::uint64_t total = 0;
  std::uint64_t resident = 0;
  file >> total >> resident;
  return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

std::string number(std::optional<double> value) {
  return value ? fmt::format("{:.6g}", *value) : "null";
}

}  // namespace

double Samples::sum() const {
  return std::accumulate(seconds_.begin(), seconds_.end(), 0.0);
}

double Samples::percentile_ms(double share) const {
  auto sorted = seconds_;
  const auto rank = static_cast<std::ptrdiff_t>(share * static_cast<double>(sorted.size() - 1));
  std::nth_element(sorted.begin(), sorted.begin() + rank, sorted.end());
  return sorted[static_cast<std::size_t>(rank)] * 1'000;
}

void report(const Measurement& m) {
  const auto per_s =
      m.seconds > 0 ? std::optional{static_cast<double>(m.n) / m.seconds} : std::nullopt;
  fmt::print(
      "{{\"workload\":\"{}\",\"n\":{},\"seconds\":{},\"per_s\":{},\"p50_ms\":{},\"p99_ms\":{},"
      "\"max_ms\":{},\"rss_mb\":{:.1f}}}\n",
      m.workload, m.n, number(m.seconds), number(per_s), number(m.p50_ms), number(m.p99_ms),
      number(m.max_ms), resident_mb());
  std::fflush(stdout);
}

void report(const std::string& workload, const Samples& samples, std::uint64_t n) {
  report({.workload = workload,
          .n = n,
          .seconds = samples.sum(),
          .p50_ms = samples.percentile_ms(0.50),
          .p99_ms = samples.percentile_ms(0.99)});
}

}  // namespace tiendo::bench
