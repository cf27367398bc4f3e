#include "journal/sqlite/write_ahead_log.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
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

void forget_failed_commit(SQLite::Database& database, int busy_ms) {
  database.setBusyTimeout(0);
  sqlite3_wal_checkpoint_v2(database.getHandle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr,
                            nullptr);
  database.setBusyTimeout(busy_ms);
}

}  // namespace tiendo::journal
