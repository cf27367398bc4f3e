#pragma once

#include <optional>
#include <vector>

#include "model/state.hpp"
#include "runtime/timer_queue.hpp"

namespace tiendo::runtime {

/// What each slot of the timers stands for: the first the office, whose people are told by their
/// channels; then of each campaign one of its own, followed by those of its tasks.
class TimerSlots {
 public:
  using Slot = TimerQueue::Slot;
  static constexpr Slot of_office = 0;

  struct Timed {
    const model::Campaign* campaign = nullptr;  // none: the office, or a slot that was given up
    std::optional<model::TaskIndex> task;       // none: the campaign itself
  };
  /// The slots of a campaign: its own is the first.
  struct Range {
    const model::Campaign* campaign = nullptr;
    Slot first = 0;
    Slot count = 0;
  };

  /// Behind all others, as many as the campaign has tasks now.
  void add(const model::Campaign& campaign);
  /// Its tasks are others now: gives up the slots that it had, which are answered, and adds new.
  Range renew(const model::Campaign& campaign);
  [[nodiscard]] Range of(const model::Campaign& campaign) const;
  [[nodiscard]] Timed at(Slot slot) const;
  void clear() { ranges_.clear(); }

 private:
  std::vector<Range> ranges_;  // by their first; given up: of no campaign
};

}  // namespace tiendo::runtime
