#include "journal/sqlite/table_check.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace tiendo::journal {
namespace {

namespace fs = std::filesystem;

using Made = std::map<std::pair<std::string, std::string>, std::string>;  // (type, name): SQL

// How a statement is broken into lines is not what it says.
std::string one_line(std::string_view sql) {
  std::string line;
  for (const char c : sql) {
    const bool gap = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!gap) line += c;
    if (gap && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

// Only tables and indexes are SQLite's own (sqlite_stat1, sqlite_sequence, sqlite_autoindex_…): it
// makes no trigger, whatever its name says.
Made made_in(SQLite::Database& database) {
  SQLite::Statement get(database,
                        "SELECT type, name, coalesce(sql, '') FROM sqlite_schema"
                        " WHERE NOT (type IN ('table', 'index') AND name GLOB 'sqlite_*')");
  Made made;
  while (get.executeStep()) {
    made[{get.getColumn(0).getString(), get.getColumn(1).getString()}] =
        one_line(get.getColumn(2).getString());
  }
  return made;
}

Made made_for(const Format& format) {
  SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  fresh.exec(table_definitions());
  for (int version = current_format().version; version < format.version; ++version) {
    for (const Migration& step : format.migrations) {
      if (step.from == version) fresh.exec(step.sql);
    }
  }
  return made_in(fresh);
}

Error other_tables(const fs::path& file, const std::string& vi, const std::string& en) {
  return Error{{fmt::format("các bảng của nhật ký không phải là những gì tiendo đã tạo ({}); hãy "
                            "khôi phục từ bản sao lưu",
                            vi),
                fmt::format("the tables of the journal are not those that tiendo made ({}); "
                            "restore it from a backup",
                            en)},
               file.string()};
}

}  // namespace

Result<void> check_tables(SQLite::Database& database, const fs::path& file, const Format& format) {
  const Made expected = made_for(format);
  const Made found = made_in(database);
  for (const auto& [thing, sql] : found) {
    if (!expected.contains(thing))
      return other_tables(file, fmt::format("{} {} là lạ", thing.first, thing.second),
                          fmt::format("{} {} is unknown", thing.first, thing.second));
  }
  for (const auto& [thing, sql] : expected) {
    const auto at = found.find(thing);
    if (at == found.end())
      return other_tables(file, fmt::format("thiếu {} {}", thing.first, thing.second),
                          fmt::format("{} {} is missing", thing.first, thing.second));
    if (at->second != sql)
      return other_tables(file, fmt::format("{} {} bị đổi", thing.first, thing.second),
                          fmt::format("{} {} was changed", thing.first, thing.second));
  }
  return {};
}

}  // namespace tiendo::journal
