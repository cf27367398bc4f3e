#include "sim/machine.hpp"

#include <utility>

namespace tiendo::sim {
namespace {

constexpr char file[] = "/sim/journal.db";

/// As in the office, or with so little of log and cache that what takes it weeks happens here.
journal::Store::Options some_options(Dice& dice, const DiskVfs& vfs) {
  journal::Store::Options options;
  options.make = journal::Meta{"sim", Timestamp{}, true};
  options.busy_ms = 0;
  options.vfs = vfs.name();
  if (dice.one_in(2)) {
    options.log_pages = dice.between(1, 60);
  }
  if (dice.one_in(4)) {
    options.cache_kib = 4 * dice.between(1, 10);
  }
  return options;
}

}  // namespace

Machine::Process::Process(std::unique_ptr<journal::Store> opened, Plant plant, std::uint64_t seed,
                          port::Snapshots& snapshots)
    : store{std::move(opened)},
      journal{*store},
      planted{journal, plant, seed},
      engine{planted, &snapshots} {}

Machine::Machine(std::uint64_t seed, Plant plant)
    : dice_{seed},
      disk_{dice_.next(), dice_.one_in(2) ? 512U : 4096U},
      vfs_{disk_},
      options_{some_options(dice_, vfs_)},
      plant_{plant},
      snapshots_{dice_.next()} {
  disk_.lie_about_syncs(plant == Plant::lost_sync);
}

Result<void> Machine::start() {
  auto store = journal::Store::open(file, options_);
  if (store.has_error()) {
    return store.error();
  }
  auto process = std::make_unique<Process>(std::move(*store), plant_, dice_.next(), snapshots_);
  if (auto loaded = process->engine.load(); loaded.has_error()) {
    return loaded;
  }
  process_ = std::move(process);
  return {};
}

Result<std::unique_ptr<journal::Store>> Machine::open_to_read() const {
  auto options = options_;
  options.read_only = true;
  options.make.reset();
  return journal::Store::open(file, options);
}

void Machine::end() {
  process_.reset();
}

}  // namespace tiendo::sim
