#pragma once

#include <filesystem>
#include <memory>

namespace SQLite {
class Database;
}

namespace tiendo::journal {

/// A database that is only read, beside whoever writes it. On a disk that cannot be written, where
/// SQLite may lay nothing beside the file, the file alone is read. Throws SQLite::Exception.
[[nodiscard]] std::unique_ptr<SQLite::Database> open_read_only(const std::filesystem::path& file);

/// The name under which SQLite opens `file` as one that nobody writes.
[[nodiscard]] std::string immutable_uri(const std::filesystem::path& file);

}  // namespace tiendo::journal
