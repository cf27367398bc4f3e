#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/time.hpp"

namespace tiendo::runtime {

/// The next instant of each of many slots, the earliest first: a heap that knows where every slot
/// stands, so that a slot is set again or cleared in logarithmic time. 24 bytes a slot.
class TimerQueue {
 public:
  using Slot = std::uint32_t;

  struct Timer {
    Timestamp at;
    std::uint8_t rank = 0;  // among timers of one instant; then by slot
    Slot slot = 0;

    friend bool operator<(const Timer& left, const Timer& right) {
      return left.at != right.at       ? left.at < right.at
             : left.rank != right.rank ? left.rank < right.rank
                                       : left.slot < right.slot;
    }
  };

  void set(Slot slot, Timestamp at, std::uint8_t rank = 0);
  void clear(Slot slot);
  [[nodiscard]] const Timer* first() const noexcept {
    return heap_.empty() ? nullptr : &heap_.front();
  }
  [[nodiscard]] std::size_t size() const noexcept { return heap_.size(); }

 private:
  using Place = std::uint32_t;
  static constexpr Place nowhere = 0xffff'ffff;

  void put(Place place, const Timer& timer);
  void rise(Place place, const Timer& timer);
  void sink(Place place, const Timer& timer);

  std::vector<Timer> heap_;    // each before its children, four to a timer
  std::vector<Place> places_;  // by slot
};

}  // namespace tiendo::runtime
