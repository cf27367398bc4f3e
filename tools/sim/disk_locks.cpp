#include "sim/disk_locks.hpp"

namespace tiendo::sim {

bool FileLocks::raise(int& held, int wanted) {
  if (held >= wanted) {
    return true;
  }
  if (held == SQLITE_LOCK_NONE) {
    if (writer_ >= SQLITE_LOCK_PENDING) {
      return false;
    }
    ++readers_;
    held = SQLITE_LOCK_SHARED;
  }
  if (wanted == SQLITE_LOCK_SHARED) {
    return true;
  }
  const bool mine = held > SQLITE_LOCK_SHARED;
  if (!mine && writer_ > SQLITE_LOCK_SHARED) {
    return false;
  }
  // A writer that finds readers waits with a pending lock, which lets no new ones in.
  const bool alone = readers_ == 1;
  held = wanted == SQLITE_LOCK_EXCLUSIVE && !alone ? SQLITE_LOCK_PENDING : wanted;
  writer_ = held;
  return held == wanted;
}

void FileLocks::lower(int& held, int wanted) {
  if (held <= wanted) {
    return;
  }
  if (held > SQLITE_LOCK_SHARED) {
    writer_ = SQLITE_LOCK_NONE;
  }
  if (wanted == SQLITE_LOCK_NONE) {
    --readers_;
  }
  held = wanted;
}

bool SharedMemoryHold::lock(int first, int count, int flags) {
  const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
  for (int i = first; i < first + count; ++i) {
    const auto slot = static_cast<std::size_t>(i);
    if ((flags & SQLITE_SHM_LOCK) == 0 || held[slot] != 0) {
      continue;
    }
    if (memory->holders[slot] < 0 || (exclusive && memory->holders[slot] > 0)) {
      return false;
    }
  }
  for (int i = first; i < first + count; ++i) {
    const auto slot = static_cast<std::size_t>(i);
    if ((flags & SQLITE_SHM_UNLOCK) != 0) {
      memory->holders[slot] -= held[slot] == SQLITE_SHM_SHARED ? 1 : 0;
      memory->holders[slot] = held[slot] == SQLITE_SHM_EXCLUSIVE ? 0 : memory->holders[slot];
      held[slot] = 0;
    } else if (held[slot] == 0) {
      memory->holders[slot] = exclusive ? -1 : memory->holders[slot] + 1;
      held[slot] = exclusive ? SQLITE_SHM_EXCLUSIVE : SQLITE_SHM_SHARED;
    }
  }
  return true;
}

void SharedMemoryHold::let_go() {
  if (memory) {
    lock(0, SQLITE_SHM_NLOCK, SQLITE_SHM_UNLOCK | SQLITE_SHM_SHARED);
    memory.reset();
  }
}

}  // namespace tiendo::sim
