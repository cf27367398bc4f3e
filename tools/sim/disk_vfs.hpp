#pragma once

#include <memory>
#include <string>

#include "sim/faulty_disk.hpp"

namespace tiendo::sim {

/// Lets SQLite work on a FaultyDisk: a VFS of its own, registered under a name of its own as long
/// as this lives. Until then it is the default one too and SQLite's own dice are those of the disk,
/// so that a run repeats byte for byte. Shared memory of the write-ahead log is lost at a crash.
///
/// The disk outlives this, and this outlives every connection over it. One thread.
class DiskVfs {
 public:
  explicit DiskVfs(FaultyDisk& disk);
  DiskVfs(const DiskVfs&) = delete;
  DiskVfs& operator=(const DiskVfs&) = delete;
  ~DiskVfs();

  [[nodiscard]] const std::string& name() const noexcept;

 private:
  struct Registered;
  std::unique_ptr<Registered> registered_;
};

}  // namespace tiendo::sim
