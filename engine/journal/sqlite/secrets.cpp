#include "journal/sqlite/secrets.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "journal/sqlite/database_error.hpp"
#include "journal/sqlite/secrets_database.hpp"

namespace tiendo::journal {

namespace fs = std::filesystem;

Result<std::unique_ptr<SecretsFile>> SecretsFile::open(const fs::path& file) {
  auto database = open_secrets(file);
  if (!database) return database.error();
  return std::unique_ptr<SecretsFile>(new SecretsFile(file, std::move(*database)));
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
    SQLite::Transaction all(*database_, SQLite::TransactionBehavior::IMMEDIATE);
    for (const std::string table : {"secrets", "passwords", "sessions", "tokens"}) {
      SQLite::Statement erase(*database_, "DELETE FROM " + table + " WHERE user=?");
      erase.bind(1, user.str());
      erase.exec();
    }
    all.commit();
    database_->exec("VACUUM");
    return {};
  } catch (const SQLite::Exception& failed) {
    return database_error({"xóa thông tin riêng", "erase secrets"}, file_, failed);
  }
}

}  // namespace tiendo::journal
