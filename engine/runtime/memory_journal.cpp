#include "runtime/memory_journal.hpp"

namespace tiendo::runtime {

Result<port::Journal::Position> MemoryJournal::append(std::span<const model::Event> events,
                                                      std::span<const port::KeptAnswer> answers) {
  events_.insert(events_.end(), events.begin(), events.end());
  for (const auto& answer : answers) {
    answers_.insert_or_assign({answer.actor, answer.key}, answer);
  }
  return events_.size();
}

Result<void> MemoryJournal::read(Position after, const Visit& visit) const {
  for (auto i = after; i < events_.size() && visit(i + 1, events_[i]); ++i) {
  }
  return {};
}

Result<void> MemoryJournal::read_stream(const model::CampaignId& stream, const Visit& visit) const {
  return read(0, [&](Position position, const model::Event& event) {
    return event.campaign != stream || visit(position, event);
  });
}

Result<std::string> MemoryJournal::mark(Position position) const {
  return std::to_string(position);
}

Result<std::optional<port::KeptAnswer>> MemoryJournal::find_answer(const model::UserId& actor,
                                                                   std::string_view key) const {
  const auto found = answers_.find({actor, std::string{key}});
  return found == answers_.end() ? std::nullopt : std::optional{found->second};
}

}  // namespace tiendo::runtime
