#pragma once

#include <memory>

#include "journal/sqlite/sqlite_journal.hpp"
#include "journal/sqlite/store.hpp"
#include "runtime/engine.hpp"
#include "sim/disk_vfs.hpp"
#include "sim/faulty_disk.hpp"
#include "sim/memory_snapshots.hpp"
#include "sim/planted.hpp"

namespace tiendo::sim {

/// The computer of the office: a disk, and the process that works on it, which is started, ends and
/// dies. The disk and the snapshots outlive every process.
class Machine {
 public:
  Machine(std::uint64_t seed, Plant plant);

  [[nodiscard]] FaultyDisk& disk() noexcept { return disk_; }

  /// Opens the journal and loads the engine. With an error there is no process.
  [[nodiscard]] Result<void> start();
  /// The process is gone. If the disk is still on, it ended in good order.
  void end();
  [[nodiscard]] bool is_running() const noexcept { return process_ != nullptr; }

  /// As another process beside the one that writes.
  [[nodiscard]] Result<std::unique_ptr<journal::Store>> open_to_read() const;

  /// Of the process that is running.
  [[nodiscard]] runtime::Engine& engine() noexcept { return process_->engine; }
  [[nodiscard]] const port::Journal& journal() const noexcept { return process_->journal; }
  [[nodiscard]] const journal::Store& store() const noexcept { return *process_->store; }

 private:
  struct Process {
    Process(std::unique_ptr<journal::Store> opened, Plant plant, std::uint64_t seed,
            port::Snapshots& snapshots);

    std::unique_ptr<journal::Store> store;
    journal::SqliteJournal journal;
    PlantedJournal planted;
    runtime::Engine engine;
  };

  Dice dice_;
  FaultyDisk disk_;
  DiskVfs vfs_;
  journal::Store::Options options_;
  Plant plant_;
  MemorySnapshots snapshots_;
  std::unique_ptr<Process> process_;
};

}  // namespace tiendo::sim
