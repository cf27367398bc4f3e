#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "journal/file.hpp"

namespace tiendo::journal {

class Store;

/// A backup is an SQLite database: the tables of the journal, and beside them
///   backup(name, value)            version, made_at, journal_application
///   evidence(hash, part, content)  every file in pieces, in their order
///   secrets(user, name, value)     where they are in it, and with them from version 2 on
///   passwords(user, hash, set_at, must_change)
/// After the database stands its seal, one line that SQLite passes over:
///   tiendo-backup VERSION sha256 HASH
/// HASH being that of all bytes before the line. FORMAT.md, "backup".
inline constexpr int backup_application = 0x7464626b;  // "tdbk"
inline constexpr int backup_version = 2;

/// The seal for what has been written to `file`.
[[nodiscard]] Result<void> seal(NewFile& file);

/// An error where `file` is no backup, of a newer version, cut off, or not what was sealed. Reads
/// all of it.
[[nodiscard]] Result<void> check_seal(const std::filesystem::path& file);

/// Whether the file begins as a backup does; it may be damaged.
[[nodiscard]] bool begins_as_backup(const std::filesystem::path& file);

/// What a journal holds.
struct Contents {
  std::uint64_t events = 0;
  std::uint64_t streams = 0;
  std::vector<std::string> evidence;  // that events name, each once
};

/// Reads every row: an error where one does not fit to those before it, the heads do not stand for
/// the rows, or the tables are not those that this program makes.
[[nodiscard]] Result<Contents> check_rows(const Store& store);

}  // namespace tiendo::journal
