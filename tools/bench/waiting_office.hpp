#pragma once

#include <chrono>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "base/time.hpp"

namespace tiendo::bench {

/// Instants at which timers fall due, the earliest first: at random over ten seconds that are
/// still to come, on the clock of this machine.
class DueInstants {
 public:
  DueInstants(std::size_t timers, std::chrono::seconds ahead);

  [[nodiscard]] std::span<const Timestamp> all() const noexcept { return at_; }
  [[nodiscard]] Timestamp operator[](std::size_t i) const { return at_[i]; }
  [[nodiscard]] std::size_t size() const noexcept { return at_.size(); }
  /// How late it is now for that timer.
  [[nodiscard]] double seconds_late(std::size_t i) const;

 private:
  std::vector<Timestamp> at_;
};

/// Makes the journal of an office in `folder` with campaigns of up to ten thousand tasks, each of
/// which waits for a send of its procedure, the way it comes about in service: it was started so
/// long before its instant as the procedure waits. The folder is closed when this returns, and
/// nothing has fallen due.
void make_waiting_office(const std::filesystem::path& folder, const DueInstants& due);

/// Which of so many timers such a task waits for.
[[nodiscard]] std::size_t timer_of(std::string_view campaign, std::string_view task,
                                   std::size_t timers);

}  // namespace tiendo::bench
