#include "sim/disk_vfs.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <new>
#include <string_view>
#include <utility>

#include "base/check.hpp"
#include "sim/disk_locks.hpp"

namespace tiendo::sim {
namespace {

/// What connections share of one open file; forgotten at every boot. The memory, whoever leaves
/// last takes along: the next one makes it anew from the log, as on Unix.
struct Shared {
  FileLocks locks;
  std::weak_ptr<SharedMemory> memory;
};

/// The VFS behind the C interface.
struct Backing {
  FaultyDisk& disk;
  std::uint32_t life = 0;
  // By the file itself, so that none gets the address of one before it.
  std::map<FaultyDisk::File, std::shared_ptr<Shared>> shared;

  std::shared_ptr<Shared> shared_of(const FaultyDisk::File& file) {
    if (std::exchange(life, disk.life()) != disk.life()) {
      shared.clear();
    }
    auto& of_file = shared[file];
    if (!of_file) {
      of_file = std::make_shared<Shared>();
    }
    return of_file;
  }
};

/// One open file of one connection.
struct Handle {
  Backing& backing;
  FaultyDisk::File file;
  std::shared_ptr<Shared> shared;
  std::uint32_t life;
  std::string remove_on_close;
  bool syncs_folder;  // with its first sync
  int lock = SQLITE_LOCK_NONE;
  int keeps_log = 0;
  SharedMemoryHold hold{};

  [[nodiscard]] FaultyDisk& disk() const { return backing.disk; }
  [[nodiscard]] bool dead() const { return !disk().is_on() || life != disk().life(); }
};

/// What SQLite allocates for a file.
struct SqliteFile {
  sqlite3_file base;
  Handle* handle;
};

Handle& handle_of(sqlite3_file* file) {
  return *reinterpret_cast<SqliteFile*>(file)->handle;
}

int code(DiskAnswer answer, int failed) {
  switch (answer) {
    case DiskAnswer::done:
      return SQLITE_OK;
    case DiskAnswer::full:
      return SQLITE_FULL;
    case DiskAnswer::failed:
    case DiskAnswer::dead:
      break;
  }
  return failed;
}

int close_file(sqlite3_file* file) {
  auto* const handle = reinterpret_cast<SqliteFile*>(file)->handle;
  handle->shared->locks.lower(handle->lock, SQLITE_LOCK_NONE);
  handle->hold.let_go();
  if (!handle->remove_on_close.empty() && !handle->dead()) {
    handle->disk().remove(handle->remove_on_close, false);
  }
  delete handle;
  return SQLITE_OK;
}

int read_file(sqlite3_file* file, void* into, int count, sqlite3_int64 offset) {
  auto& handle = handle_of(file);
  std::size_t got = 0;
  const auto wanted = static_cast<std::size_t>(count);
  const auto answer =
      handle.disk().read(handle.life, *handle.file, static_cast<std::size_t>(offset),
                         {static_cast<std::byte*>(into), wanted}, got);
  if (answer != DiskAnswer::done) {
    return SQLITE_IOERR_READ;
  }
  return got == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write_file(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
  auto& handle = handle_of(file);
  return code(
      handle.disk().write(handle.life, *handle.file, static_cast<std::size_t>(offset),
                          {static_cast<const std::byte*>(bytes), static_cast<std::size_t>(count)}),
      SQLITE_IOERR_WRITE);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  auto& handle = handle_of(file);
  return code(handle.disk().truncate(handle.life, *handle.file, static_cast<std::size_t>(size)),
              SQLITE_IOERR_TRUNCATE);
}

int sync_file(sqlite3_file* file, int) {
  auto& handle = handle_of(file);
  auto answer = handle.disk().sync(handle.life, handle.file);
  if (answer == DiskAnswer::done && handle.syncs_folder) {
    answer = handle.disk().sync_folder(handle.life);
    handle.syncs_folder = answer != DiskAnswer::done;
  }
  return code(answer, SQLITE_IOERR_FSYNC);
}

int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
  auto& handle = handle_of(file);
  if (handle.dead()) {
    return SQLITE_IOERR_FSTAT;
  }
  *size = static_cast<sqlite3_int64>(handle.file->size());
  return SQLITE_OK;
}

int lock_file(sqlite3_file* file, int wanted) {
  auto& handle = handle_of(file);
  if (handle.dead()) {
    return SQLITE_IOERR_LOCK;
  }
  return handle.shared->locks.raise(handle.lock, wanted) ? SQLITE_OK : SQLITE_BUSY;
}

int unlock_file(sqlite3_file* file, int wanted) {
  auto& handle = handle_of(file);
  handle.shared->locks.lower(handle.lock, wanted);
  return SQLITE_OK;
}

int is_reserved(sqlite3_file* file, int* reserved) {
  *reserved = handle_of(file).shared->locks.is_reserved() ? 1 : 0;
  return SQLITE_OK;
}

int control_file(sqlite3_file* file, int what, void* argument) {
  if (what != SQLITE_FCNTL_PERSIST_WAL) {
    return SQLITE_NOTFOUND;
  }
  auto& keeps = handle_of(file).keeps_log;
  auto& asked = *static_cast<int*>(argument);
  if (asked < 0) {
    asked = keeps;
  } else {
    keeps = asked;
  }
  return SQLITE_OK;
}

int sector_of_file(sqlite3_file* file) {
  return static_cast<int>(handle_of(file).disk().sector());
}

/// As SQLite takes it of a disk on Unix: what stands beside a torn write stays as it is.
int properties_of_file(sqlite3_file*) {
  return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int map_memory(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
  auto& handle = handle_of(file);
  *memory = nullptr;
  if (handle.dead()) {
    return SQLITE_IOERR_SHMMAP;
  }
  if (!handle.hold.memory) {
    handle.hold.memory = handle.shared->memory.lock();
    if (!handle.hold.memory) {
      handle.hold.memory = std::make_shared<SharedMemory>();
      handle.shared->memory = handle.hold.memory;
    }
  }
  auto& regions = handle.hold.memory->regions;
  const auto wanted = static_cast<std::size_t>(region);
  if (regions.size() <= wanted && extend == 0) {
    return SQLITE_OK;
  }
  while (regions.size() <= wanted) {
    regions.push_back(std::make_unique<std::byte[]>(static_cast<std::size_t>(size)));
  }
  *memory = regions[wanted].get();
  return SQLITE_OK;
}

int lock_memory(sqlite3_file* file, int first, int count, int flags) {
  auto& handle = handle_of(file);
  if (!handle.hold.memory) {
    return SQLITE_IOERR_SHMLOCK;
  }
  return handle.hold.lock(first, count, flags) ? SQLITE_OK : SQLITE_BUSY;
}

void memory_barrier(sqlite3_file*) {}

int unmap_memory(sqlite3_file* file, int remove) {
  auto& handle = handle_of(file);
  handle.hold.let_go();
  if (remove != 0) {
    handle.shared->memory.reset();
  }
  return SQLITE_OK;
}

constexpr sqlite3_io_methods file_methods{
    .iVersion = 2,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = size_of_file,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = is_reserved,
    .xFileControl = control_file,
    .xSectorSize = sector_of_file,
    .xDeviceCharacteristics = properties_of_file,
    .xShmMap = map_memory,
    .xShmLock = lock_memory,
    .xShmBarrier = memory_barrier,
    .xShmUnmap = unmap_memory,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

Backing& backing_of(sqlite3_vfs* vfs) {
  return *static_cast<Backing*>(vfs->pAppData);
}

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  auto& backing = backing_of(vfs);
  file->pMethods = nullptr;
  const bool creates = (flags & SQLITE_OPEN_CREATE) != 0;
  // As SQLite does it on Unix: a journal that may be new has its folder synced.
  const bool is_journal =
      (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL)) != 0;
  const bool temporary = name == nullptr || (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
  const std::string path =
      name != nullptr ? name : "temporary-" + std::to_string(backing.disk.actions());
  auto opened = backing.disk.open(path, creates);
  if (!opened) {
    return SQLITE_CANTOPEN;
  }
  auto shared = backing.shared_of(opened);
  auto* const made = reinterpret_cast<SqliteFile*>(file);
  made->handle = new Handle{backing,
                            std::move(opened),
                            std::move(shared),
                            backing.disk.life(),
                            temporary ? path : "",
                            creates && is_journal};
  made->base.pMethods = &file_methods;
  if (out_flags != nullptr) {
    *out_flags = flags;
  }
  return SQLITE_OK;
}

int remove_file(sqlite3_vfs* vfs, const char* name, int sync_folder) {
  auto& disk = backing_of(vfs).disk;
  if (disk.is_on() && !disk.exists(name)) {
    return SQLITE_IOERR_DELETE_NOENT;
  }
  return code(disk.remove(name, sync_folder != 0), SQLITE_IOERR_DELETE);
}

int is_there(sqlite3_vfs* vfs, const char* name, int, int* found) {
  auto& disk = backing_of(vfs).disk;
  if (!disk.is_on()) {
    return SQLITE_IOERR_ACCESS;
  }
  *found = disk.exists(name) ? 1 : 0;
  return SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* name, int size, char* out) {
  const std::string_view path{name};
  if (path.size() + 1 > static_cast<std::size_t>(size)) {
    return SQLITE_CANTOPEN;
  }
  std::memcpy(out, path.data(), path.size() + 1);
  return SQLITE_OK;
}

int randomness(sqlite3_vfs* vfs, int size, char* out) {
  auto& disk = backing_of(vfs).disk;
  std::generate_n(out, size, [&] { return static_cast<char>(disk.throw_dice()); });
  return size;
}

int sleep_not(sqlite3_vfs*, int microseconds) {
  return microseconds;
}

/// Noon of 2000-01-01 UTC in milliseconds of the Julian day, as SQLite counts; nobody looks at it.
constexpr sqlite3_int64 julian_milliseconds = 2451545LL * 86'400'000LL;

int current_time(sqlite3_vfs*, double* julian_day) {
  *julian_day = static_cast<double>(julian_milliseconds) / 86'400'000.0;
  return SQLITE_OK;
}

int current_milliseconds(sqlite3_vfs*, sqlite3_int64* now) {
  *now = julian_milliseconds;
  return SQLITE_OK;
}

int last_error(sqlite3_vfs*, int, char*) {
  return SQLITE_OK;
}

std::string unique_name() {
  static int made = 0;
  return "faulty-disk-" + std::to_string(++made);
}

}  // namespace

struct DiskVfs::Registered {
  explicit Registered(FaultyDisk& disk) : backing{disk} {
    vfs.iVersion = 2;
    vfs.szOsFile = sizeof(SqliteFile);
    vfs.mxPathname = 512;
    vfs.zName = name.c_str();
    vfs.pAppData = &backing;
    vfs.xOpen = open_file;
    vfs.xDelete = remove_file;
    vfs.xAccess = is_there;
    vfs.xFullPathname = full_path;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleep_not;
    vfs.xCurrentTime = current_time;
    vfs.xGetLastError = last_error;
    vfs.xCurrentTimeInt64 = current_milliseconds;
  }

  std::string name = unique_name();
  Backing backing;
  sqlite3_vfs vfs{};
};

DiskVfs::DiskVfs(FaultyDisk& disk) : registered_{std::make_unique<Registered>(disk)} {
  check(sqlite3_vfs_register(&registered_->vfs, 1) == SQLITE_OK, "SQLite takes the disk");
  sqlite3_randomness(0, nullptr);  // forget what other dice gave
}

DiskVfs::~DiskVfs() {
  sqlite3_vfs_unregister(&registered_->vfs);
}

const std::string& DiskVfs::name() const noexcept {
  return registered_->name;
}

}  // namespace tiendo::sim
