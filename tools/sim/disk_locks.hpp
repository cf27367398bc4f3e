#pragma once

#include <sqlite3.h>

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace tiendo::sim {

/// Who holds which lock of a database file, as SQLite's levels have it (its source, os.h):
/// none < shared < reserved < pending < exclusive. Made anew at every boot.
class FileLocks {
 public:
  /// Raises what one connection holds from `held` to `wanted`; false where others are in the way.
  bool raise(int& held, int wanted);
  /// Lowers it to shared or none.
  void lower(int& held, int wanted);
  [[nodiscard]] bool is_reserved() const noexcept { return writer_ > SQLITE_LOCK_SHARED; }

 private:
  int readers_ = 0;  // connections that hold shared or more
  int writer_ = SQLITE_LOCK_NONE;
};

/// The shared memory of a write-ahead log and its locks.
struct SharedMemory {
  std::vector<std::unique_ptr<std::byte[]>> regions;
  std::array<int, SQLITE_SHM_NLOCK> holders{};  // -1: one, exclusively
};

/// What one connection holds of it.
struct SharedMemoryHold {
  std::shared_ptr<SharedMemory> memory;
  std::array<int, SQLITE_SHM_NLOCK> held{};  // 0, SQLITE_SHM_SHARED or SQLITE_SHM_EXCLUSIVE

  /// As xShmLock: `flags` says lock or unlock, shared or exclusive. False where others hold it.
  bool lock(int first, int count, int flags);
  void let_go();
};

}  // namespace tiendo::sim
