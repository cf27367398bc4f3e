// A million timers: what it costs to set one and to take one out, beside a bare binary heap.

#include <algorithm>
#include <cstdint>
#include <queue>
#include <random>
#include <vector>

#include "bench.hpp"
#include "runtime/timer_queue.hpp"

namespace tiendo::bench {
namespace {

constexpr std::uint32_t timers = 1'000'000;
constexpr std::uint32_t turns = 2'000'000;

std::vector<std::int64_t> instants() {
  std::mt19937_64 random{20250411};
  std::vector<std::int64_t> instants(timers + turns);
  std::ranges::generate(instants, [&] { return static_cast<std::int64_t>(random() >> 20); });
  return instants;
}

/// Among a million: the earliest comes out, another goes in.
void run_queue(const std::vector<std::int64_t>& at) {
  runtime::TimerQueue queue;
  for (std::uint32_t i = 0; i < timers; ++i) {
    queue.set(i, Timestamp{std::chrono::microseconds{at[i]}});
  }
  const Stopwatch watch;
  for (std::uint32_t i = 0; i < turns; ++i) {
    const auto slot = queue.first()->slot;
    queue.clear(slot);
    queue.set(slot, Timestamp{std::chrono::microseconds{at[timers + i]}});
  }
  report({"a million timers: take one out, set one", turns, watch.seconds()});
}

void run_bare_heap(const std::vector<std::int64_t>& at) {
  using Entry = std::pair<std::int64_t, std::uint32_t>;
  std::vector<Entry> entries;
  for (std::uint32_t i = 0; i < timers; ++i) {
    entries.emplace_back(at[i], i);
  }
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> heap{{}, std::move(entries)};
  const Stopwatch watch;
  for (std::uint32_t i = 0; i < turns; ++i) {
    const auto slot = heap.top().second;
    heap.pop();
    heap.emplace(at[timers + i], slot);
  }
  report({"a million timers: a bare binary heap", turns, watch.seconds()});
}

}  // namespace

void million_timers() {
  const auto at = instants();
  run_bare_heap(at);
  run_queue(at);
}

}  // namespace tiendo::bench
