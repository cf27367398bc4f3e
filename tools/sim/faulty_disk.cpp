#include "sim/faulty_disk.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace tiendo::sim {

void FaultyDisk::fail_at(DiskAction action, std::uint64_t nth) {
  ordered_faults_[static_cast<std::size_t>(action)] = nth;
}

void FaultyDisk::crash(Loss loss) {
  on_ = false;
  ordered_crash_.reset();
  std::set<LayeredFile*> files;
  std::vector<LayeredFile*> in_order;  // of names: the dice must not follow addresses
  for (const auto* names : {&seen_, &durable_}) {
    for (const auto& [name, file] : *names) {
      if (files.insert(file.get()).second) {
        in_order.push_back(file.get());
      }
    }
  }
  for (auto* file : in_order) {
    file->crash(loss, sector_, dice_);
  }
  crash_names(loss);
}

void FaultyDisk::crash_names(Loss loss) {
  if (loss == Loss::nothing) {
    return;
  }
  Names left = durable_;
  if (loss == Loss::some_unsynced) {
    for (const auto& [name, file] : seen_) {
      if (durable_.find(name) == durable_.end() && dice_.one_in(2)) {
        left.emplace(name, file);
      }
    }
    for (const auto& [name, file] : durable_) {
      const auto now = seen_.find(name);
      if ((now == seen_.end() || now->second != file) && dice_.one_in(2)) {
        left.erase(name);
        if (now != seen_.end()) {
          left.emplace(name, now->second);
        }
      }
    }
  }
  seen_ = left;
  durable_ = std::move(left);
}

void FaultyDisk::boot() {
  on_ = true;
  ++life_;
  ordered_crash_.reset();
  ordered_faults_.fill(0);
  full_for_ = 0;
}

FaultyDisk::File FaultyDisk::open(std::string_view name, bool create) {
  if (!on_ || fails(DiskAction::open, 0)) {
    return nullptr;
  }
  if (dies_now()) {
    return nullptr;
  }
  if (const auto found = seen_.find(name); found != seen_.end()) {
    return found->second;
  }
  return create ? seen_.emplace(name, std::make_shared<LayeredFile>()).first->second : nullptr;
}

DiskAnswer FaultyDisk::remove(std::string_view name, bool and_sync) {
  if (!on_) {
    return DiskAnswer::dead;
  }
  if (fails(DiskAction::remove, 0)) {
    return DiskAnswer::failed;
  }
  if (const auto found = seen_.find(name); found != seen_.end()) {
    seen_.erase(found);
  }
  if (dies_now()) {
    return DiskAnswer::dead;
  }
  return and_sync ? sync_folder(life_) : DiskAnswer::done;
}

DiskAnswer FaultyDisk::read(std::uint32_t life, const LayeredFile& file, std::size_t offset,
                            std::span<std::byte> into, std::size_t& got) {
  if (!on_ || life != life_) {
    return DiskAnswer::dead;
  }
  trace_.add(std::uint64_t{offset});
  if (fails(DiskAction::read, rates_.read)) {
    return DiskAnswer::failed;
  }
  if (dies_now()) {
    return DiskAnswer::dead;
  }
  got = file.read(offset, into);
  return DiskAnswer::done;
}

DiskAnswer FaultyDisk::write(std::uint32_t life, LayeredFile& file, std::size_t offset,
                             std::span<const std::byte> bytes) {
  if (!on_ || life != life_) {
    return DiskAnswer::dead;
  }
  trace_.add(std::uint64_t{offset});
  trace_.add({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  if (!quiet_ && full_for_ == 0 && rates_.full > 0 && dice_.happens(rates_.full)) {
    full_for_ = dice_.between(1, std::max(1, rates_.full_for_most));
  }
  const bool fails_now = fails(DiskAction::write, rates_.write);
  if (full_for_ > 0 && !quiet_) {
    --full_for_;
    ++faults_;
    return DiskAnswer::full;
  }
  if (fails_now) {
    file.write(offset, bytes.first(dice_.below(bytes.size() + 1)));
    return DiskAnswer::failed;
  }
  file.write(offset, bytes);
  return dies_now() ? DiskAnswer::dead : DiskAnswer::done;
}

DiskAnswer FaultyDisk::truncate(std::uint32_t life, LayeredFile& file, std::size_t size) {
  if (!on_ || life != life_) {
    return DiskAnswer::dead;
  }
  trace_.add(std::uint64_t{size});
  if (fails(DiskAction::truncate, rates_.write)) {
    return DiskAnswer::failed;
  }
  file.truncate(size);
  return dies_now() ? DiskAnswer::dead : DiskAnswer::done;
}

DiskAnswer FaultyDisk::sync(std::uint32_t life, const File& file) {
  if (!on_ || life != life_) {
    return DiskAnswer::dead;
  }
  if (fails(DiskAction::sync, rates_.sync)) {
    file->sync_failing(sector_, dice_);
    return DiskAnswer::failed;
  }
  // The power may fail before the disk has done it, or after, before the process hears of it.
  const bool before = dice_.one_in(2);
  if (before && dies_now()) {
    return DiskAnswer::dead;
  }
  if (!lies_) {
    file->sync();
    for (const auto& [name, named] : seen_) {
      if (named == file) {
        durable_.insert_or_assign(name, file);
      }
    }
  }
  return !before && dies_now() ? DiskAnswer::dead : DiskAnswer::done;
}

DiskAnswer FaultyDisk::sync_folder(std::uint32_t life) {
  if (!on_ || life != life_) {
    return DiskAnswer::dead;
  }
  if (fails(DiskAction::sync, rates_.sync)) {
    return DiskAnswer::failed;
  }
  if (!lies_) {
    durable_ = seen_;
  }
  return dies_now() ? DiskAnswer::dead : DiskAnswer::done;
}

bool FaultyDisk::fails(DiskAction action, double rate) {
  trace_.add(static_cast<std::uint64_t>(action));
  if (quiet_) {
    return false;
  }
  ++actions_;
  auto& ordered = ordered_faults_[static_cast<std::size_t>(action)];
  const bool by_order = ordered > 0 && --ordered == 0;
  const bool by_chance = rate > 0 && dice_.happens(rate);
  faults_ += by_order || by_chance ? 1 : 0;
  return by_order || by_chance;
}

bool FaultyDisk::dies_now() {
  if (quiet_ || !ordered_crash_ || --ordered_crash_->in > 0) {
    return false;
  }
  crash(ordered_crash_->loss);
  return true;
}

}  // namespace tiendo::sim
