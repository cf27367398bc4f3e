#include "server/slow_down.hpp"

#include <algorithm>

namespace tiendo::server {

using std::chrono::seconds;

seconds SlowDown::delay_after(int count) const {
  if (count <= ladder_.free) {
    return seconds{0};
  }
  constexpr int doublings_max = 30;  // more than any `longest` needs
  return std::min(seconds{1LL << std::min(count - ladder_.free - 1, doublings_max)},
                  ladder_.longest);
}

void SlowDown::forgive(Failures& failures, Timestamp now) const {
  const auto times = (now - failures.forgiven_at) / ladder_.forgiven_every;
  if (times > 0) {
    failures.count = static_cast<int>(std::max<std::int64_t>(0, failures.count - times));
    failures.forgiven_at += times * ladder_.forgiven_every;
  }
}

seconds SlowDown::wait(const std::string& name, Timestamp now) const {
  const auto found = failed_.find(name);
  if (found == failed_.end()) {
    return seconds{0};
  }
  auto failures = found->second;
  forgive(failures, now);
  const auto delay = delay_after(failures.count);
  const auto left = std::chrono::ceil<seconds>(failures.last + delay - now);
  return std::clamp(left, seconds{0}, delay);
}

void SlowDown::fail(const std::string& name, Timestamp now) {
  const auto found = failed_.find(name);
  if (found == failed_.end()) {
    make_room();
    failed_.emplace(name, Failures{1, now, now});
    return;
  }
  auto& failures = found->second;
  forgive(failures, now);
  failures.last = now;
  // What lies above the longest delay would only have to be forgiven again.
  if (delay_after(failures.count) < ladder_.longest) {
    ++failures.count;
  }
}

void SlowDown::take_back(const std::string& name) {
  const auto found = failed_.find(name);
  if (found != failed_.end() && --found->second.count <= 0) {
    failed_.erase(found);
  }
}

void SlowDown::make_room() {
  if (failed_.size() < count_max_) {
    return;
  }
  failed_.erase(
      std::ranges::min_element(failed_, {}, [](const auto& entry) { return entry.second.last; }));
}

}  // namespace tiendo::server
