#include "sim/memory_snapshots.hpp"

namespace tiendo::sim {

std::optional<port::Snapshot> MemorySnapshots::load() {
  if (saved_.empty() || dice_.one_in(4)) {
    return std::nullopt;
  }
  return dice_.of(saved_);
}

void MemorySnapshots::save(const model::State& state, port::Journal::Position position,
                           const std::string& mark) {
  constexpr std::size_t most = 3;
  if (saved_.size() == most) {
    saved_.erase(saved_.begin());
  }
  saved_.push_back({position, mark, state});
}

}  // namespace tiendo::sim
