#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sim/dice.hpp"

namespace tiendo::sim {

/// What a crash takes away.
enum class Loss : std::uint8_t {
  nothing,        // the process is killed, the system lives on: whatever was written is there
  all_unsynced,   // the power fails: back to the last sync
  some_unsynced,  // the power fails: of the unsynced writes some sectors have landed, one torn
};

using Bytes = std::vector<std::byte>;

/// One file on two layers: what programs see, and what is on the platter. Not for several threads.
class LayeredFile {
 public:
  [[nodiscard]] std::size_t size() const noexcept { return seen_.size(); }

  /// Fills `into` from `offset` on and returns how many bytes the file had; the rest is zeros.
  std::size_t read(std::size_t offset, std::span<std::byte> into) const;
  void write(std::size_t offset, std::span<const std::byte> bytes);
  void truncate(std::size_t size);

  /// What has been written is on the platter.
  void sync();
  /// A sync that failed: some of what was written is on the platter. The rest waits for the next
  /// sync, or is given up: it is gone, or the system goes on showing it until the power fails.
  /// (What Linux does depends on the file system and on memory: "PostgreSQL's fsync() surprise",
  /// LWN 2018.)
  void sync_failing(std::size_t sector, Dice& dice);
  /// What a crash leaves, on both layers.
  void crash(Loss loss, std::size_t sector, Dice& dice);

  [[nodiscard]] bool has_unsynced() const noexcept { return !unsynced_.empty(); }

 private:
  /// A write of `bytes` at `offset`, or a truncation to `offset`.
  struct Change {
    std::size_t offset = 0;
    std::optional<Bytes> bytes;
  };

  static void apply(Bytes& layer, std::size_t offset, std::span<const std::byte> bytes);
  void land_some(std::size_t sector, Dice& dice);

  Bytes seen_;
  Bytes platter_;
  std::vector<Change> unsynced_;
};

}  // namespace tiendo::sim
