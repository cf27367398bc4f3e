#include "journal/failing_disk.hpp"

#include <sqlite3.h>

#include <catch2/catch.hpp>

namespace tiendo {
namespace {

// What is told to the disk, and what it works through. SQLite gives its calls no object of ours.
struct Orders {
  int calls_until = 0;  // the first failure; 0: none to come
  int failures_left = 0;
  int code = 0;
  bool has_failed = false;
} orders;
int sync_count = 0;

sqlite3_vfs disk;
sqlite3_vfs* real_disk = nullptr;

// What a file can do, three things of it exchanged. SQLite sees the base.
struct Methods : sqlite3_io_methods {
  const sqlite3_io_methods* real = nullptr;
};
Methods of_database;
Methods of_log;

const sqlite3_io_methods& real(sqlite3_file* file) {
  return *static_cast<const Methods*>(file->pMethods)->real;
}

bool fails() {
  if (orders.calls_until > 0 && --orders.calls_until > 0) return false;
  if (orders.failures_left == 0) return false;
  --orders.failures_left;
  orders.has_failed = true;
  return true;
}

int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
  return fails() ? orders.code : real(file).xWrite(file, bytes, size, at);
}
int sync(sqlite3_file* file, int flags) {
  ++sync_count;
  return fails() ? orders.code : real(file).xSync(file, flags);
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
  return fails() ? orders.code : real(file).xTruncate(file, size);
}

int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* flags_out) {
  const int result = real_disk->xOpen(real_disk, name, file, flags, flags_out);
  if (file->pMethods == nullptr) return result;
  Methods& methods = (flags & SQLITE_OPEN_MAIN_DB) != 0 ? of_database : of_log;
  if (methods.real == nullptr) {
    methods.real = file->pMethods;
    static_cast<sqlite3_io_methods&>(methods) = *file->pMethods;
    methods.xWrite = write;
    methods.xSync = sync;
    methods.xTruncate = truncate;
  }
  REQUIRE(file->pMethods == methods.real);
  file->pMethods = &methods;
  return result;
}

}  // namespace

FailingDisk::FailingDisk() {
  orders = {};
  real_disk = sqlite3_vfs_find(nullptr);
  disk = *real_disk;
  disk.zName = "failing";
  disk.pNext = nullptr;
  disk.xOpen = open;
  REQUIRE(sqlite3_vfs_register(&disk, 0) == SQLITE_OK);
}

FailingDisk::~FailingDisk() {
  sqlite3_vfs_unregister(&disk);
}

void FailingDisk::fail(int first, int count, int code) {
  orders = {first, count, code, false};
}

bool FailingDisk::has_failed() const {
  return orders.has_failed;
}

int FailingDisk::syncs() const {
  return sync_count;
}

}  // namespace tiendo
