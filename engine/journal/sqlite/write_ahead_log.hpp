#pragma once

namespace SQLite {
class Database;
}

namespace tiendo::journal {

/// What SQLite's write-ahead log needs beyond what SQLite does, on a disk that fails and with
/// processes that die. Each takes the one connection that writes.

/// Until this is switched off, closing the connection leaves the log as it is. SQLite would carry
/// it over into the database: after a sync that failed, pages that may be gone or others by then.
void keep_log_on_close(SQLite::Database& database, bool keep);

/// What stands in the log, and is read and told from now on, is on the disk when this returns. A
/// process that died may have written it without a sync, or with one that failed: a system may go
/// on showing what it has given up writing. Throws SQLite::Exception.
void keep_what_is_read(SQLite::Database& database);

/// The log is carried over into the database once it has so many pages, as far as readers let it.
/// The one that fails is begun anew: SQLite counts pages as carried over that it has not synced,
/// where a reader made it stop, and would not write them again when a later sync has given them up.
/// Whatever the process before has counted does not count. For a connection that has read from the
/// log.
void carry_log_over_at(SQLite::Database& database, int pages);

/// The file of the log becomes so many pages long at once, where it is shorter and no reader needs
/// what is in it. A sync of a file that grows writes the file system's own journal too, which takes
/// many times as long: a log that grows as it is written is slow until it is used again. Throws
/// SQLite::Exception; the journal is whole then too.
void reserve_log(SQLite::Database& database, int pages, int busy_ms);

/// Where a sync failed, all of a commit may stand in the log although nobody is told that it has
/// happened. The next commit writes over it; should the process end before, it would come to light.
/// So the log is emptied now, if the disk works again and no reader needs it. `busy_ms` is what the
/// connection waits for others at all other times.
void forget_failed_commit(SQLite::Database& database, int busy_ms);

}  // namespace tiendo::journal
