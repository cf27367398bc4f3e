#include "sim/layered_file.hpp"

#include <algorithm>

namespace tiendo::sim {

std::size_t LayeredFile::read(std::size_t offset, std::span<std::byte> into) const {
  const std::size_t there =
      offset >= seen_.size() ? 0 : std::min(into.size(), seen_.size() - offset);
  std::copy_n(seen_.data() + (there == 0 ? 0 : offset), there, into.data());
  std::ranges::fill(into.subspan(there), std::byte{0});
  return there;
}

void LayeredFile::write(std::size_t offset, std::span<const std::byte> bytes) {
  apply(seen_, offset, bytes);
  unsynced_.push_back({offset, Bytes(bytes.begin(), bytes.end())});
}

void LayeredFile::truncate(std::size_t size) {
  seen_.resize(size);
  unsynced_.push_back({size, std::nullopt});
}

void LayeredFile::sync() {
  for (const auto& change : unsynced_) {
    if (change.bytes) {
      apply(platter_, change.offset, *change.bytes);
    } else {
      platter_.resize(change.offset);
    }
  }
  unsynced_.clear();
}

void LayeredFile::sync_failing(std::size_t sector, Dice& dice) {
  land_some(sector, dice);
  const bool waits = dice.one_in(2);
  if (waits) {
    return;
  }
  unsynced_.clear();
  if (const bool is_shown = dice.one_in(2); !is_shown) {
    seen_ = platter_;
  }
}

void LayeredFile::crash(Loss loss, std::size_t sector, Dice& dice) {
  switch (loss) {
    case Loss::nothing:
      return;  // the system still holds what is not synced, and may lose it in a later crash
    case Loss::all_unsynced:
      break;
    case Loss::some_unsynced:
      land_some(sector, dice);
      break;
  }
  unsynced_.clear();
  seen_ = platter_;
}

void LayeredFile::apply(Bytes& layer, std::size_t offset, std::span<const std::byte> bytes) {
  if (layer.size() < offset + bytes.size()) {
    layer.resize(offset + bytes.size());
  }
  std::ranges::copy(bytes, layer.begin() + static_cast<std::ptrdiff_t>(offset));
}

void LayeredFile::land_some(std::size_t sector, Dice& dice) {
  // Few, half or most of it: a power cut comes early or late in what the disk was about to do.
  const double chance = 0.05 + 0.3 * static_cast<double>(dice.below(4));
  const std::size_t torn = dice.below(unsynced_.size());
  for (std::size_t i = 0; i < unsynced_.size(); ++i) {
    const auto& change = unsynced_[i];
    if (!change.bytes) {
      if (dice.happens(chance)) {
        platter_.resize(change.offset);
      }
      continue;
    }
    const std::span<const std::byte> all{*change.bytes};
    for (std::size_t from = 0; from < all.size();) {
      // Sectors are those of the disk: the first and the last may be parts of one.
      const std::size_t to = std::min(all.size(), from + sector - (change.offset + from) % sector);
      if (dice.happens(chance)) {
        const auto landed = i == torn && dice.one_in(2) ? dice.below(to - from + 1) : to - from;
        apply(platter_, change.offset + from, all.subspan(from, landed));
      }
      from = to;
    }
  }
}

}  // namespace tiendo::sim
