#include "runtime/memory_journal.hpp"

namespace tiendo::runtime {

Result<port::Journal::Position> MemoryJournal::append(std::span<const model::Event> events) {
  events_.insert(events_.end(), events.begin(), events.end());
  return events_.size();
}

Result<void> MemoryJournal::read(Position from,
                                 const std::function<void(const model::Event&)>& visit) const {
  for (auto i = from; i < events_.size(); ++i) {
    visit(events_[i]);
  }
  return {};
}

}  // namespace tiendo::runtime
