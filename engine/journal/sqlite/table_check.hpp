#pragma once

#include <filesystem>

#include "base/result.hpp"
#include "journal/sqlite/format.hpp"

namespace SQLite {
class Database;
}

namespace tiendo::journal {

/// An error where the database does not hold exactly the tables and indexes that this program makes
/// for `format`: one that is missing, made otherwise or unknown, a trigger, a view. A trigger
/// changes rows as they are written, where their hashes cannot show it. What SQLite keeps for
/// itself is passed over. Throws SQLite::Exception.
[[nodiscard]] Result<void> check_tables(SQLite::Database& database,
                                        const std::filesystem::path& file, const Format& format);

}  // namespace tiendo::journal
