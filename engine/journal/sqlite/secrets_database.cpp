#include "journal/sqlite/secrets_database.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <string>

#include "journal/file.hpp"
#include "journal/sqlite/database_error.hpp"

namespace tiendo::journal {
namespace {

namespace fs = std::filesystem;

constexpr int application = 0x74647363;  // "tdsc"
constexpr int version = 2;
constexpr int busy_timeout_ms = 10'000;  // a backup reads the file for a moment

constexpr char tables_of_1[] =
    "CREATE TABLE secrets(user TEXT NOT NULL, name TEXT NOT NULL, value BLOB NOT NULL,"
    " PRIMARY KEY(user, name)) STRICT, WITHOUT ROWID;";

constexpr char added_by_2[] = R"(
  CREATE TABLE passwords(
    user TEXT PRIMARY KEY,
    hash TEXT NOT NULL,
    set_at INTEGER NOT NULL,
    must_change INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE sessions(
    id TEXT PRIMARY KEY,
    secret BLOB NOT NULL,
    user TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    address TEXT NOT NULL,
    program TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sessions_of_user ON sessions(user);
  CREATE TABLE tokens(
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    secret BLOB NOT NULL,
    user TEXT NOT NULL,
    scope TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX tokens_of_user ON tokens(user);
)";

// SQLite gives its side files the mode of the database, and umask must not decide on it.
Result<void> make_private(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (file.get() < 0) return file_error({"mở", "open it"}, path, errno);
  if (::fchmod(file.get(), S_IRUSR | S_IWUSR) != 0)
    return file_error({"giữ kín tệp", "keep it private"}, path, errno);
  return sync_path(fs::absolute(path).parent_path());
}

int number(SQLite::Database& database, const char* query) {
  return database.execAndGet(query).getInt();
}

// A write-ahead log would keep what was erased until it is used again; and what VACUUM writes
// beside the file holds everybody's secrets, so it stays in memory.
void prepare(SQLite::Database& database) {
  database.setBusyTimeout(busy_timeout_ms);
  database.exec("PRAGMA secure_delete=ON; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY");
  database.exec("PRAGMA journal_mode=DELETE");
}

// From whatever version there is, none being 0. No copy is kept as one of the journal is: it would
// hold what is erased later, and nothing that is there is changed.
void bring_up_to_date(SQLite::Database& database) {
  SQLite::Transaction all(database, SQLite::TransactionBehavior::IMMEDIATE);
  const int found = number(database, "PRAGMA user_version");
  if (found < 1) {
    database.exec(tables_of_1);
    database.exec("PRAGMA application_id=" + std::to_string(application));
  }
  if (found < 2) database.exec(added_by_2);
  database.exec("PRAGMA user_version=" + std::to_string(version));
  all.commit();
}

Result<void> check_kind(SQLite::Database& database, const fs::path& path) {
  if (number(database, "PRAGMA application_id") != application)
    return Error{
        {"đây không phải là tệp thông tin riêng của tiendo; hãy chuyển nó ra khỏi thư mục "
         "dữ liệu, hoặc khôi phục từ bản sao lưu",
         "this is no file of secrets of tiendo; move it out of the data folder, or restore "
         "it from a backup"},
        path.string()};
  if (number(database, "PRAGMA user_version") > version)
    return Error{{"tệp do phiên bản tiendo mới hơn tạo ra; hãy cập nhật chương trình",
                  "a newer version of tiendo made this file; update the program"},
                 path.string()};
  return {};
}

}  // namespace

Result<std::unique_ptr<SQLite::Database>> open_secrets(const fs::path& file) {
  if (const auto made = make_private(file); !made) return made.error();
  try {
    auto database = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE);
    prepare(*database);
    if (number(*database, "PRAGMA page_count") == 0) bring_up_to_date(*database);
    if (const auto ours = check_kind(*database, file); !ours) return ours.error();
    if (number(*database, "PRAGMA user_version") < version) bring_up_to_date(*database);
    return database;
  } catch (const SQLite::Exception& failed) {
    return database_error({"mở tệp thông tin riêng", "open the file of secrets"}, file, failed);
  }
}

}  // namespace tiendo::journal
