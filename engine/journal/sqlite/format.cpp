#include "journal/sqlite/format.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

#include "journal/file.hpp"

namespace tiendo::journal {
namespace {

namespace fs = std::filesystem;

constexpr int application = 0x74646a6e;  // "tdjn", which `file` shows

// `before` came with version 2: the journal's last event before the command.
constexpr char table_of_answers[] = R"(
  CREATE TABLE answers(
    actor TEXT NOT NULL,
    key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    at INTEGER NOT NULL,
    rejection TEXT NOT NULL,
    reason_vi TEXT NOT NULL,
    reason_en TEXT NOT NULL,
    position INTEGER NOT NULL,
    before INTEGER,
    PRIMARY KEY(actor, key)
  ) STRICT, WITHOUT ROWID;
)";

// The index is there for read_stream; that it is unique refuses a second row of a version.
constexpr char other_tables[] = R"(
  CREATE TABLE events(
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    on_behalf TEXT,
    document TEXT,
    plan_version INTEGER NOT NULL,
    type TEXT NOT NULL,
    schema INTEGER NOT NULL,
    payload TEXT NOT NULL,
    hash BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX events_of_stream ON events(stream, version);
  CREATE TABLE streams(
    name TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    hash BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE meta(
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
)";

int number(SQLite::Database& database, const char* query) {
  return database.execAndGet(query).getInt();
}

int version_of(SQLite::Database& database) {
  return number(database, "PRAGMA user_version");
}

Error damaged(const fs::path& file, std::string_view vi, std::string_view en) {
  return {{fmt::format("nhật ký bị hỏng: {}; hãy khôi phục từ bản sao lưu", vi),
           fmt::format("the journal is damaged: {}; restore it from a backup", en)},
          file.string()};
}

fs::path free_name(const fs::path& file, int version) {
  std::error_code ignored;
  fs::path name = file.string() + fmt::format(".version-{}", version);
  for (int count = 2; fs::exists(name, ignored); ++count) {
    name = file.string() + fmt::format(".version-{}.{}", version, count);
  }
  return name;
}

// Where a word is kept, one changed bit does not make the other.
constexpr std::string_view rehearsal_words[] = {"no", "yes"};

}  // namespace

const Format& current_format() {
  // Made anew, since a column that is added leaves another text than the table of a new journal.
  static const Format format{
      2,
      {{1, fmt::format("CREATE TEMP TABLE kept AS SELECT * FROM answers; DROP TABLE answers; {}"
                       "INSERT INTO answers SELECT *, NULL FROM kept; DROP TABLE kept",
                       table_of_answers)}}};
  return format;
}

const std::string& table_definitions() {
  static const std::string tables = std::string(table_of_answers) + other_tables;
  return tables;
}

bool holds_nothing(SQLite::Database& database) {
  return number(database, "PRAGMA application_id") == 0 &&
         number(database, "SELECT count(*) FROM sqlite_schema") == 0;
}

void make_tables(SQLite::Database& database, const Meta& meta) {
  SQLite::Transaction all(database, SQLite::TransactionBehavior::IMMEDIATE);
  database.exec(table_definitions());
  SQLite::Statement put(database, "INSERT INTO meta VALUES(?, ?)");
  const auto keep = [&put](const char* name, const std::string& value) {
    put.reset();
    put.bind(1, name);
    put.bind(2, value);
    put.exec();
  };
  keep("folder", meta.folder);
  keep("made_at", to_string(meta.made_at));
  keep("rehearsal", std::string(rehearsal_words[meta.rehearsal ? 1 : 0]));
  database.exec(fmt::format("PRAGMA application_id={}", application));
  database.exec(fmt::format("PRAGMA user_version={}", current_format().version));
  all.commit();
}

Result<void> check_format(SQLite::Database& database, const fs::path& file, const Format& format) {
  if (holds_nothing(database)) return damaged(file, "tệp trống không", "the file is empty");
  if (const int found = number(database, "PRAGMA application_id"); found != application)
    return Error{{fmt::format("đây là cơ sở dữ liệu SQLite của chương trình khác (application_id "
                              "{:08x}, cần {:08x}); hãy xem lại đường dẫn",
                              static_cast<unsigned>(found), application),
                  fmt::format("this is an SQLite database of another program (application_id "
                              "{:08x}, not {:08x}); look at the path again",
                              static_cast<unsigned>(found), application)},
                 file.string()};
  if (const int found = version_of(database); found > format.version)
    return Error{{fmt::format("nhật ký có định dạng phiên bản {}, chương trình này đọc được đến "
                              "phiên bản {}; hãy dùng tiendo mới hơn",
                              found, format.version),
                  fmt::format("the journal has version {} of the format, this program reads up to "
                              "version {}; use a newer tiendo",
                              found, format.version)},
                 file.string()};
  return {};
}

Result<void> migrate(SQLite::Database& database, const fs::path& file, const std::string& vfs,
                     const Format& format) {
  const int found = version_of(database);
  if (found == format.version) return {};
  {
    SQLite::Database copy(free_name(file, found).string(),
                          SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0, vfs);
    // Busy is no exception of SQLiteCpp's: without this a migration would go on without its copy.
    if (SQLite::Backup(copy, database).executeStep() != SQLITE_DONE)
      throw SQLite::Exception("the copy before the migration was not finished", SQLITE_BUSY);
  }
  if (vfs.empty()) {
    if (auto synced = sync_path(fs::absolute(file).parent_path()); !synced) return synced.error();
  }
  SQLite::Transaction all(database, SQLite::TransactionBehavior::IMMEDIATE);
  for (int version = found; version < format.version; ++version) {
    const auto step = std::ranges::find(format.migrations, version, &Migration::from);
    if (step == format.migrations.end())
      return Error{{fmt::format("không có cách chuyển nhật ký từ định dạng phiên bản {}; hãy dùng "
                                "bản tiendo cũ hơn một bậc trước",
                                version),
                    fmt::format("there is no way from version {} of the format; use the tiendo "
                                "before this one first",
                                version)},
                   file.string()};
    database.exec(step->sql);
  }
  database.exec(fmt::format("PRAGMA user_version={}", format.version));
  all.commit();
  return {};
}

Result<Meta> read_meta(SQLite::Database& database, const fs::path& file) {
  SQLite::Statement get(database, "SELECT value FROM meta WHERE name=?");
  const auto value = [&get](const char* name) {
    get.reset();
    get.bind(1, name);
    return get.executeStep() ? get.getColumn(0).getString() : std::string();
  };
  Meta meta;
  meta.folder = value("folder");
  const auto made_at = parse_timestamp(value("made_at"));
  const auto word = std::ranges::find(rehearsal_words, value("rehearsal"));
  if (meta.folder.empty() || !made_at || word == std::end(rehearsal_words))
    return damaged(file, "bảng meta không đọc được", "its table meta cannot be read");
  meta.made_at = *made_at;
  meta.rehearsal = word != std::begin(rehearsal_words);
  return meta;
}

}  // namespace tiendo::journal
