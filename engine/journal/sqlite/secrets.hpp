#pragma once

#include <filesystem>
#include <memory>

#include "port/secrets.hpp"

namespace SQLite {
class Database;
}

namespace tiendo::journal {

/// Secrets in a database of their own, secrets.db, that only its owner may read. What is erased is
/// overwritten and the file written anew without it, so that it is in no file any more; what the
/// disk keeps in blocks that are free is the affair of its encryption. One thread; another may use
/// the same file through an AccountsFile.
class SecretsFile final : public port::Secrets {
 public:
  /// As secrets_database.hpp says.
  [[nodiscard]] static Result<std::unique_ptr<SecretsFile>> open(const std::filesystem::path& file);
  ~SecretsFile() override;

  Result<void> put_all(std::span<const port::Secret> secrets) override;
  Result<std::optional<std::string>> get(const model::UserId& user,
                                         std::string_view name) const override;
  Result<void> erase(const model::UserId& user) override;

 private:
  SecretsFile(std::filesystem::path file, std::unique_ptr<SQLite::Database> database);

  std::filesystem::path file_;
  std::unique_ptr<SQLite::Database> database_;
};

}  // namespace tiendo::journal
