#pragma once

#include <filesystem>
#include <memory>

#include "port/accounts.hpp"

namespace SQLite {
class Database;
class Statement;
}  // namespace SQLite

namespace tiendo::journal {

/// Accounts in secrets.db, over a connection of their own, so that another thread may hold a
/// SecretsFile over it. What is written is on the disk when a call returns. One thread.
class AccountsFile final : public port::Accounts {
 public:
  /// As secrets_database.hpp says.
  [[nodiscard]] static Result<std::unique_ptr<AccountsFile>> open(
      const std::filesystem::path& file);
  ~AccountsFile() override;

  Result<void> set_password(const model::UserId& user, const port::Password& password,
                            Sessions then) override;
  Result<std::optional<port::Password>> password(const model::UserId& user) override;

  Result<void> add(const port::Session& session, std::size_t count_max) override;
  Result<std::optional<FoundSession>> session(std::string_view id) override;
  Result<std::vector<port::Session>> sessions(const model::UserId& user) override;
  Result<void> session_seen(std::string_view id, Timestamp now) override;
  Result<bool> end_session(const model::UserId& user, std::string_view id) override;
  Result<std::size_t> end_sessions(const model::UserId& user) override;

  Result<void> add(const port::Token& token) override;
  Result<std::optional<port::Token>> token(std::string_view id) override;
  Result<std::vector<port::Token>> tokens(const model::UserId& user) override;
  Result<void> token_used(std::string_view id, Timestamp now) override;
  Result<bool> revoke_token(const model::UserId& user, std::string_view id) override;
  Result<std::size_t> revoke_tokens(const model::UserId& user) override;

  Result<void> sweep(Timestamp now, Timestamp idle_since) override;

 private:
  AccountsFile(std::filesystem::path file, std::unique_ptr<SQLite::Database> database);

  template <class Work>
  [[nodiscard]] auto attempt(const Text& doing, Work work) -> Result<decltype(work())>;
  /// How many rows it touched.
  [[nodiscard]] Result<std::size_t> change(const char* sql,
                                           std::initializer_list<std::string_view> texts);
  [[nodiscard]] Result<void> set_instant(const char* sql, std::string_view id, Timestamp now);

  std::filesystem::path file_;
  std::unique_ptr<SQLite::Database> database_;
  // Asked for with every request.
  std::unique_ptr<SQLite::Statement> find_session_;
  std::unique_ptr<SQLite::Statement> find_token_;
};

}  // namespace tiendo::journal
