#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <unordered_map>

#include "base/time.hpp"

namespace tiendo::server {

/// How much longer whoever fails has to wait each time.
struct Ladder {
  int free = 0;                           // failures that cost nothing
  std::chrono::seconds longest{};         // the delay is 1 s, 2 s, 4 s … up to this
  std::chrono::seconds forgiven_every{};  // in which time one failure is forgotten
};

/// Remembers who failed how often, in memory, of at most `count_max` names: the one that failed
/// longest ago is forgotten for a new one. A clock that is set back makes nobody wait longer than
/// the delay. One thread.
class SlowDown {
 public:
  explicit SlowDown(Ladder ladder, std::size_t count_max = 10'000)
      : ladder_{ladder}, count_max_{count_max} {}

  /// How long `name` has to wait yet; 0 where it may try.
  [[nodiscard]] std::chrono::seconds wait(const std::string& name, Timestamp now) const;
  void fail(const std::string& name, Timestamp now);
  /// One failure was none.
  void take_back(const std::string& name);
  void forget(const std::string& name) { failed_.erase(name); }

 private:
  struct Failures {
    int count = 0;
    Timestamp last;         // one
    Timestamp forgiven_at;  // up to when the forgiving is in the count
  };

  void forgive(Failures& failures, Timestamp now) const;
  [[nodiscard]] std::chrono::seconds delay_after(int count) const;
  void make_room();

  Ladder ladder_;
  std::size_t count_max_;
  std::unordered_map<std::string, Failures> failed_;
};

}  // namespace tiendo::server
