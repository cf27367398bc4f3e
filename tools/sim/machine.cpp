#include "sim/machine.hpp"

#include <utility>

namespace tiendo::sim {
namespace {

constexpr char file[] = "/sim/journal.db";

journal::Store::Options options_on(const DiskVfs& vfs) {
  journal::Store::Options options;
  options.make = journal::Meta{"sim", Timestamp{}, true};
  options.busy_ms = 0;
  options.vfs = vfs.name();
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
      plant_{plant},
      snapshots_{dice_.next()} {
  disk_.lie_about_syncs(plant == Plant::lost_sync);
}

Result<void> Machine::start() {
  auto store = journal::Store::open(file, options_on(vfs_));
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

void Machine::end() {
  process_.reset();
}

}  // namespace tiendo::sim
