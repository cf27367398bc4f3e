#include "runtime/timer_queue.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>
#include <tuple>

namespace tiendo::runtime {
namespace {

using Key = std::tuple<Timestamp, std::uint8_t, TimerQueue::Slot>;

Timestamp instant(int minutes) {
  return Timestamp{std::chrono::minutes{minutes}};
}

/// What a queue should be, as slowly as it may.
class Reference {
 public:
  void set(TimerQueue::Slot slot, Timestamp at, std::uint8_t rank) {
    clear(slot);
    by_slot_[slot] = {at, rank, slot};
    in_order_.insert(by_slot_[slot]);
  }
  void clear(TimerQueue::Slot slot) {
    const auto found = by_slot_.find(slot);
    if (found != by_slot_.end()) {
      in_order_.erase(found->second);
      by_slot_.erase(found);
    }
  }
  [[nodiscard]] const std::set<Key>& in_order() const { return in_order_; }

 private:
  std::map<TimerQueue::Slot, Key> by_slot_;
  std::set<Key> in_order_;
};

void require_same(const TimerQueue& queue, const Reference& reference) {
  REQUIRE(queue.size() == reference.in_order().size());
  REQUIRE((queue.first() == nullptr) == reference.in_order().empty());
  if (queue.first() != nullptr) {
    const auto& first = *queue.first();
    REQUIRE(Key{first.at, first.rank, first.slot} == *reference.in_order().begin());
  }
}

}  // namespace

TEST_CASE("an empty queue has no first timer, and clearing what is not set does nothing") {
  TimerQueue queue;
  CHECK(queue.first() == nullptr);
  queue.clear(7);
  queue.set(3, instant(1));
  queue.clear(7);
  CHECK(queue.size() == 1);
  queue.clear(3);
  queue.clear(3);
  CHECK(queue.first() == nullptr);
}

TEST_CASE("timers of one instant come by rank, then by slot") {
  TimerQueue queue;
  queue.set(5, instant(1), 1);
  queue.set(4, instant(1), 2);
  queue.set(6, instant(1), 1);
  queue.set(9, instant(1), 0);
  std::vector<TimerQueue::Slot> order;
  while (queue.first() != nullptr) {
    order.push_back(queue.first()->slot);
    queue.clear(order.back());
  }
  CHECK(order == std::vector<TimerQueue::Slot>{9, 5, 6, 4});
}

TEST_CASE("a queue does what a sorted list would, whatever is set and cleared") {
  const auto seed = std::random_device{}();
  INFO("seed " << seed);
  CAPTURE(seed);
  std::mt19937 random{seed};
  const auto below = [&](int n) { return std::uniform_int_distribution<int>{0, n - 1}(random); };
  for (int round = 0; round < 20; ++round) {
    TimerQueue queue;
    Reference reference;
    const int slots = 1 + below(200);
    const int instants = 1 + below(100);
    for (int step = 0; step < 2'000; ++step) {
      const auto slot = static_cast<TimerQueue::Slot>(below(slots));
      if (below(3) > 0) {
        const auto at = instant(below(instants));
        const auto rank = static_cast<std::uint8_t>(below(3));
        queue.set(slot, at, rank);
        reference.set(slot, at, rank);
      } else {
        const bool take_first = below(2) == 0 && queue.first() != nullptr;
        const auto gone = take_first ? queue.first()->slot : slot;
        queue.clear(gone);
        reference.clear(gone);
      }
      require_same(queue, reference);
    }
  }
}

}  // namespace tiendo::runtime
