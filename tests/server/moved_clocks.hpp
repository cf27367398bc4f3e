#pragma once

#include <atomic>

#include "server/clock.hpp"

namespace tiendo::test {

/// The clocks of a machine that stand still until they are moved.
class MovedClocks {
 public:
  explicit MovedClocks(Timestamp wall) : wall_{wall.time_since_epoch().count()} {}

  /// Time passes, or the machine sleeps: both go on.
  void pass(server::microseconds time) {
    wall_ += time.count();
    boot_ += time.count();
  }
  /// Somebody sets the wall clock.
  void set_by(server::microseconds by) { wall_ += by.count(); }

  /// Outlived by this.
  [[nodiscard]] server::RawClocks raw() {
    return {[this] { return Timestamp{server::microseconds{wall_.load()}}; },
            [this] { return server::microseconds{boot_.load()}; }};
  }

 private:
  std::atomic<std::int64_t> wall_;
  std::atomic<std::int64_t> boot_{7'000'000};
};

}  // namespace tiendo::test
