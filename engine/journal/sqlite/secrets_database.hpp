#pragma once

#include <filesystem>
#include <memory>

#include "base/result.hpp"

namespace SQLite {
class Database;
}

namespace tiendo::journal {

/// Opens secrets.db, which only its owner may read: makes it where it is missing, brings an older
/// one up to date. An error where it is damaged, another program's, or of a newer version.
/// FORMAT.md, "Secrets".
[[nodiscard]] Result<std::unique_ptr<SQLite::Database>> open_secrets(
    const std::filesystem::path& file);

}  // namespace tiendo::journal
