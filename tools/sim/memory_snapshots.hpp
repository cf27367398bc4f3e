#pragma once

#include <vector>

#include "port/snapshots.hpp"
#include "sim/dice.hpp"

namespace tiendo::sim {

/// Snapshots as a folder of caches has them after anything: none, the latest, an older one, one of
/// events that a crash has taken.
class MemorySnapshots final : public port::Snapshots {
 public:
  explicit MemorySnapshots(std::uint64_t seed) : dice_{seed} {}

  std::optional<port::Snapshot> load() override;
  void save(const model::State& state, port::Journal::Position position,
            const std::string& mark) override;

 private:
  Dice dice_;
  std::vector<port::Snapshot> saved_;
};

}  // namespace tiendo::sim
