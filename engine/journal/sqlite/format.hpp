#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"

namespace SQLite {
class Database;
}

namespace tiendo::journal {

/// What a journal says of itself. Written once, when it is made.
struct Meta {
  std::string folder;  // an id of its own, so that two journals are never taken for each other
  Timestamp made_at{};
  bool rehearsal = false;  // its clock may be set

  friend bool operator==(const Meta&, const Meta&) = default;
};

/// From one version of the format to the next, in SQL.
struct Migration {
  int from = 0;
  std::string sql;
};

/// A version of the format and the way to it from older ones.
struct Format {
  int version = 0;
  std::vector<Migration> migrations;
};

/// What this program writes. FORMAT.md, "versions".
[[nodiscard]] const Format& current_format();

/// The tables and indexes of `current_format()`, in SQL. Whoever changes them adds a migration that
/// leaves the same: table_check.hpp compares.
[[nodiscard]] const std::string& table_definitions();

/// Whether the database is empty, or its making was cut short. Throws SQLite::Exception.
[[nodiscard]] bool holds_nothing(SQLite::Database& database);

/// Makes the tables in a database that is empty. Throws SQLite::Exception.
void make_tables(SQLite::Database& database, const Meta& meta);

/// An error where the database in `file` is not a journal, or is one of a newer version.
/// Throws SQLite::Exception.
[[nodiscard]] Result<void> check_format(SQLite::Database& database,
                                        const std::filesystem::path& file, const Format& format);

/// Brings an older journal to `format`, all steps or none, after a copy of the file has been
/// written beside it: `journal.db.version-1`. Throws SQLite::Exception.
[[nodiscard]] Result<void> migrate(SQLite::Database& database, const std::filesystem::path& file,
                                   const std::string& vfs, const Format& format);

/// Throws SQLite::Exception.
[[nodiscard]] Result<Meta> read_meta(SQLite::Database& database, const std::filesystem::path& file);

}  // namespace tiendo::journal
