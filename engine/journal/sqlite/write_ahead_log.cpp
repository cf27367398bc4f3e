#include "journal/sqlite/write_ahead_log.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <vector>

namespace tiendo::journal {
namespace {

// SQLite's largest page: of more than that at once a VFS makes what it likes.
constexpr sqlite3_int64 largest_piece = 65'536;

void demand(int code) {
  if (code != SQLITE_OK) throw SQLite::Exception(sqlite3_errstr(code), code);
}

// Null where there is none, as in a database that was just made.
sqlite3_file* log_of(SQLite::Database& database) {
  sqlite3_file* log = nullptr;
  demand(sqlite3_file_control(database.getHandle(), nullptr, SQLITE_FCNTL_JOURNAL_POINTER,
                              static_cast<void*>(&log)));
  return log != nullptr && log->pMethods != nullptr ? log : nullptr;
}

// In the memory that connections share: how many pages of the log are carried over
// (sqlite.org/walformat.html, 2.2). It is 0 too after SQLite has read a log anew.
constexpr int index_size = 32'768;
constexpr std::ptrdiff_t carried_over_at = 96;

void carry_over_anew(sqlite3* database) {
  sqlite3_file* file = nullptr;
  void volatile* index = nullptr;
  sqlite3_file_control(database, nullptr, SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file));
  file->pMethods->xShmMap(file, 0, index_size, 0, &index);
  if (index == nullptr) return;
  char* const count = static_cast<char*>(const_cast<void*>(index)) + carried_over_at;
  std::atomic_ref<std::uint32_t>(*reinterpret_cast<std::uint32_t*>(count)).store(0);
}

void carry_over(sqlite3* database, int mode) {
  const int code = sqlite3_wal_checkpoint_v2(database, nullptr, mode, nullptr, nullptr);
  if (code != SQLITE_OK && code != SQLITE_BUSY) carry_over_anew(database);
}

// sqlite.org/walformat.html, 1.1 and 1.2.
constexpr sqlite3_int64 log_header = 32;
constexpr sqlite3_int64 frame_header = 24;

// The log that readers need stays as it is.
void empty_log(SQLite::Database& database, int busy_ms) {
  database.setBusyTimeout(0);
  carry_over(database.getHandle(), SQLITE_CHECKPOINT_TRUNCATE);
  database.setBusyTimeout(busy_ms);
}

int after_commit(void* at, sqlite3* database, const char*, int pages) {
  if (pages >= reinterpret_cast<std::intptr_t>(at)) carry_over(database, SQLITE_CHECKPOINT_PASSIVE);
  return SQLITE_OK;
}

}  // namespace

void keep_log_on_close(SQLite::Database& database, bool keep) {
  demand(sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0,
                           static_cast<int*>(nullptr)));
}

// Bytes are written over with themselves: readers see no difference, and a write that is torn, or
// a process that dies in the middle, changes nothing.
void keep_what_is_read(SQLite::Database& database) {
  sqlite3_file* const log = log_of(database);
  if (log == nullptr) return;
  const sqlite3_io_methods& does = *log->pMethods;
  sqlite3_int64 size = 0;
  demand(does.xFileSize(log, &size));
  std::vector<char> piece(static_cast<std::size_t>(std::min(size, largest_piece)));
  for (sqlite3_int64 at = 0; at < size; at += largest_piece) {
    const int length = static_cast<int>(std::min(size - at, largest_piece));
    demand(does.xRead(log, piece.data(), length, at));
    demand(does.xWrite(log, piece.data(), length, at));
  }
  if (size > 0) demand(does.xSync(log, SQLITE_SYNC_NORMAL));
}

void carry_log_over_at(SQLite::Database& database, int pages) {
  carry_over_anew(database.getHandle());
  sqlite3_wal_hook(database.getHandle(), after_commit,
                   reinterpret_cast<void*>(static_cast<std::intptr_t>(pages)));
}

// Into an empty log alone: zeros behind a frame that a dying process has half written could make
// it whole.
void reserve_log(SQLite::Database& database, int pages, int busy_ms) {
  const sqlite3_int64 page = database.execAndGet("PRAGMA page_size").getInt64();
  const sqlite3_int64 wanted = log_header + pages * (frame_header + page);
  sqlite3_file* const log = log_of(database);
  if (log == nullptr) return;
  const sqlite3_io_methods& does = *log->pMethods;
  sqlite3_int64 size = 0;
  demand(does.xFileSize(log, &size));
  if (size >= wanted) return;
  empty_log(database, busy_ms);
  demand(does.xFileSize(log, &size));
  if (size > 0) return;
  const std::vector<char> zeros(static_cast<std::size_t>(largest_piece));
  for (sqlite3_int64 at = 0; at < wanted; at += largest_piece) {
    const int length = static_cast<int>(std::min(wanted - at, largest_piece));
    demand(does.xWrite(log, zeros.data(), length, at));
  }
  demand(does.xSync(log, SQLITE_SYNC_NORMAL));
}

void forget_failed_commit(SQLite::Database& database, int busy_ms) {
  empty_log(database, busy_ms);
}

}  // namespace tiendo::journal
