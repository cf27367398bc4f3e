#include "runtime/timer_queue.hpp"

#include <algorithm>
#include <utility>

namespace tiendo::runtime {
namespace {

constexpr std::uint32_t children = 4;  // flatter than a binary heap: fewer cache misses a level

}  // namespace

void TimerQueue::set(Slot slot, Timestamp at, std::uint8_t rank) {
  if (slot >= places_.size()) {
    places_.resize(slot + 1, nowhere);
  }
  const Timer timer{at, rank, slot};
  const Place place = places_[slot];
  if (place == nowhere) {
    heap_.emplace_back();
    rise(static_cast<Place>(heap_.size() - 1), timer);
  } else if (timer < heap_[place]) {
    rise(place, timer);
  } else {
    sink(place, timer);
  }
}

void TimerQueue::clear(Slot slot) {
  if (slot >= places_.size() || places_[slot] == nowhere) {
    return;
  }
  const Place place = std::exchange(places_[slot], nowhere);
  const Timer last = heap_.back();
  heap_.pop_back();
  if (last.slot == slot) {
    return;
  }
  if (place > 0 && last < heap_[(place - 1) / children]) {
    rise(place, last);
  } else {
    sink(place, last);
  }
}

void TimerQueue::put(Place place, const Timer& timer) {
  heap_[place] = timer;
  places_[timer.slot] = place;
}

void TimerQueue::rise(Place place, const Timer& timer) {
  while (place > 0) {
    const Place parent = (place - 1) / children;
    if (!(timer < heap_[parent])) {
      break;
    }
    put(place, heap_[parent]);
    place = parent;
  }
  put(place, timer);
}

void TimerQueue::sink(Place place, const Timer& timer) {
  const auto size = static_cast<Place>(heap_.size());
  for (Place first = place * children + 1; first < size; first = place * children + 1) {
    const Place last = std::min(first + children, size);
    const auto least = static_cast<Place>(
        std::min_element(heap_.begin() + first, heap_.begin() + last) - heap_.begin());
    if (!(heap_[least] < timer)) {
      break;
    }
    put(place, heap_[least]);
    place = least;
  }
  put(place, timer);
}

}  // namespace tiendo::runtime
