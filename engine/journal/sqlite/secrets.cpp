#include "journal/sqlite/secrets.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

#include "journal/file.hpp"
#include "journal/sqlite/database_error.hpp"

namespace tiendo::journal {
namespace {

namespace fs = std::filesystem;

constexpr int application = 0x74647363;  // "tdsc"
constexpr int version = 1;
constexpr int busy_timeout_ms = 10'000;  // a backup reads the file for a moment

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

void make_table(SQLite::Database& database) {
  SQLite::Transaction all(database);
  database.exec(
      "CREATE TABLE secrets(user TEXT NOT NULL, name TEXT NOT NULL, value BLOB NOT NULL,"
      " PRIMARY KEY(user, name)) STRICT, WITHOUT ROWID");
  database.exec("PRAGMA application_id=" + std::to_string(application));
  database.exec("PRAGMA user_version=" + std::to_string(version));
  all.commit();
}

// A write-ahead log would keep what was erased until it is used again; and what VACUUM writes
// beside the file holds everybody's secrets, so it stays in memory.
void prepare(SQLite::Database& database) {
  database.setBusyTimeout(busy_timeout_ms);
  database.exec("PRAGMA secure_delete=ON; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY");
  database.exec("PRAGMA journal_mode=DELETE");
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

Result<std::unique_ptr<SecretsFile>> SecretsFile::open(const fs::path& file) {
  if (const auto made = make_private(file); !made) return made.error();
  try {
    auto database = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE);
    prepare(*database);
    if (number(*database, "PRAGMA page_count") == 0) make_table(*database);
    if (const auto ours = check_kind(*database, file); !ours) return ours.error();
    return std::unique_ptr<SecretsFile>(new SecretsFile(file, std::move(database)));
  } catch (const SQLite::Exception& failed) {
    return database_error({"mở tệp thông tin riêng", "open the file of secrets"}, file, failed);
  }
}

SecretsFile::SecretsFile(fs::path file, std::unique_ptr<SQLite::Database> database)
    : file_(std::move(file)), database_(std::move(database)) {}

SecretsFile::~SecretsFile() = default;

Result<void> SecretsFile::put_all(std::span<const port::Secret> secrets) {
  try {
    SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement put(*database_,
                          "INSERT INTO secrets VALUES(?, ?, ?) ON CONFLICT(user, name)"
                          " DO UPDATE SET value=excluded.value");
    for (const auto& [user, name, value] : secrets) {
      put.bind(1, user.str());
      put.bind(2, name);
      put.bind(3, value.data(), static_cast<int>(value.size()));
      put.exec();
      put.reset();
    }
    transaction.commit();
    return {};
  } catch (const SQLite::Exception& failed) {
    return database_error({"ghi thông tin riêng", "write a secret"}, file_, failed);
  }
}

Result<std::optional<std::string>> SecretsFile::get(const model::UserId& user,
                                                    std::string_view name) const {
  try {
    SQLite::Statement get(*database_, "SELECT value FROM secrets WHERE user=? AND name=?");
    get.bind(1, user.str());
    get.bind(2, std::string(name));
    if (!get.executeStep()) return std::optional<std::string>();
    return std::optional<std::string>(get.getColumn(0).getString());
  } catch (const SQLite::Exception& failed) {
    return database_error({"đọc thông tin riêng", "read a secret"}, file_, failed);
  }
}

// Overwriting alone is not enough: a row that moved when its page was split leaves its bytes behind
// in the page's free space. Written anew, the file holds what is there and nothing else.
Result<void> SecretsFile::erase(const model::UserId& user) {
  try {
    SQLite::Statement erase(*database_, "DELETE FROM secrets WHERE user=?");
    erase.bind(1, user.str());
    erase.exec();
    database_->exec("VACUUM");
    return {};
  } catch (const SQLite::Exception& failed) {
    return database_error({"xóa thông tin riêng", "erase secrets"}, file_, failed);
  }
}

}  // namespace tiendo::journal
