#pragma once

#include <SQLiteCpp/Exception.h>

#include <filesystem>

#include "base/result.hpp"

namespace tiendo::journal {

/// What the database refused, as people are told it: `doing` ("sao lưu", "back up"), why, and what
/// helps where that can be said. Never the values that were bound.
[[nodiscard]] Error database_error(const Text& doing, const std::filesystem::path& where,
                                   const SQLite::Exception& failed);

}  // namespace tiendo::journal
