#include "runtime/timer_slots.hpp"

#include <algorithm>
#include <iterator>

namespace tiendo::runtime {

void TimerSlots::add(const model::Campaign& campaign) {
  const Slot first = ranges_.empty() ? of_office + 1 : ranges_.back().first + ranges_.back().count;
  ranges_.push_back({&campaign, first, static_cast<Slot>(1 + campaign.tasks.size())});
}

TimerSlots::Range TimerSlots::renew(const model::Campaign& campaign) {
  auto& range = *std::ranges::find(ranges_, &campaign, &Range::campaign);
  const auto before = range;
  range.campaign = nullptr;
  add(campaign);
  return before;
}

TimerSlots::Range TimerSlots::of(const model::Campaign& campaign) const {
  return *std::ranges::find(ranges_, &campaign, &Range::campaign);
}

TimerSlots::Timed TimerSlots::at(Slot slot) const {
  if (slot == of_office) {
    return {};
  }
  const auto& range = *std::prev(std::ranges::upper_bound(ranges_, slot, {}, &Range::first));
  return {range.campaign,
          slot == range.first ? std::nullopt : std::optional{slot - range.first - 1}};
}

}  // namespace tiendo::runtime
