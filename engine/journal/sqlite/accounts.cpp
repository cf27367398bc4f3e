#include "journal/sqlite/accounts.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <type_traits>

#include "journal/sqlite/database_error.hpp"
#include "journal/sqlite/secrets_database.hpp"

namespace tiendo::journal {
namespace {

namespace fs = std::filesystem;
using model::UserId;
using SQLite::Statement;

const Text reading{"đọc tài khoản", "read the accounts"};
const Text writing{"ghi tài khoản", "write to the accounts"};

constexpr char session_columns[] =
    "SELECT id, secret, user, made_at, seen_at, expires_at, address, program";
constexpr char token_columns[] =
    "SELECT id, name, secret, user, scope, made_at, expires_at, used_at";

std::int64_t number(Timestamp instant) {
  return instant.time_since_epoch().count();
}

Timestamp instant(const SQLite::Column& column) {
  return Timestamp{std::chrono::microseconds{column.getInt64()}};
}

void bind_secret(Statement& statement, int place, const port::SecretHash& secret) {
  statement.bind(place, secret.data(), static_cast<int>(secret.size()));
}

// A hash of another length is nobody's: it compares equal to nothing that hashes.
port::SecretHash secret_in(const SQLite::Column& column) {
  port::SecretHash secret{};
  if (static_cast<std::size_t>(column.getBytes()) == secret.size()) {
    const auto* bytes = static_cast<const std::uint8_t*>(column.getBlob());
    std::copy_n(bytes, secret.size(), secret.begin());
  }
  return secret;
}

port::Session session_in(Statement& row) {
  return {row.getColumn(0).getString(),
          secret_in(row.getColumn(1)),
          UserId{row.getColumn(2).getString()},
          instant(row.getColumn(3)),
          instant(row.getColumn(4)),
          instant(row.getColumn(5)),
          row.getColumn(6).getString(),
          row.getColumn(7).getString()};
}

port::Token token_in(Statement& row) {
  port::Token token{
      row.getColumn(0).getString(), row.getColumn(1).getString(), secret_in(row.getColumn(2)),
      UserId{row.getColumn(3).getString()},
      // A word that this version does not know permits the least.
      model::named<port::Scope>(row.getColumn(4).getString()).value_or(port::Scope::read),
      instant(row.getColumn(5)), instant(row.getColumn(6)), std::nullopt};
  if (const auto used = row.getColumn(7); !used.isNull()) token.used_at = instant(used);
  return token;
}

// Given back to its beginning however the reading ends: a statement that stands in the middle of
// its rows keeps everybody from writing.
class Rewound {
 public:
  explicit Rewound(Statement& statement) : statement_{statement} {}
  Rewound(const Rewound&) = delete;
  Rewound& operator=(const Rewound&) = delete;
  ~Rewound() { statement_.tryReset(); }

 private:
  Statement& statement_;
};

}  // namespace

Result<std::unique_ptr<AccountsFile>> AccountsFile::open(const fs::path& file) {
  auto database = open_secrets(file);
  if (!database) return database.error();
  try {
    return std::unique_ptr<AccountsFile>(new AccountsFile(file, std::move(*database)));
  } catch (const SQLite::Exception& failed) {
    return database_error(reading, file, failed);
  }
}

AccountsFile::AccountsFile(fs::path file, std::unique_ptr<SQLite::Database> database)
    : file_(std::move(file)),
      database_(std::move(database)),
      find_session_(std::make_unique<Statement>(
          *database_, std::string(session_columns) +
                          ", coalesce((SELECT must_change FROM passwords"
                          " WHERE passwords.user=sessions.user), 0) FROM sessions WHERE id=?")),
      find_token_(std::make_unique<Statement>(
          *database_, std::string(token_columns) + " FROM tokens WHERE id=?")) {}

AccountsFile::~AccountsFile() = default;

template <class Work>
auto AccountsFile::attempt(const Text& doing, Work work) -> Result<decltype(work())> {
  try {
    if constexpr (std::is_void_v<decltype(work())>) {
      work();
      return {};
    } else {
      return work();
    }
  } catch (const SQLite::Exception& failed) {
    return database_error(doing, file_, failed);
  }
}

Result<std::size_t> AccountsFile::change(const char* sql,
                                         std::initializer_list<std::string_view> texts) {
  return attempt(writing, [&] {
    Statement statement(*database_, sql);
    int place = 0;
    for (const auto text : texts) statement.bind(++place, std::string(text));
    return static_cast<std::size_t>(statement.exec());
  });
}

Result<void> AccountsFile::set_instant(const char* sql, std::string_view id, Timestamp now) {
  return attempt(writing, [&] {
    Statement statement(*database_, sql);
    statement.bind(1, number(now));
    statement.bind(2, std::string(id));
    statement.exec();
  });
}

Result<void> AccountsFile::set_password(const UserId& user, const port::Password& password,
                                        Sessions then) {
  return attempt(writing, [&] {
    SQLite::Transaction all(*database_, SQLite::TransactionBehavior::IMMEDIATE);
    Statement put(*database_,
                  "INSERT INTO passwords VALUES(?, ?, ?, ?) ON CONFLICT(user) DO UPDATE SET"
                  " hash=excluded.hash, set_at=excluded.set_at, must_change=excluded.must_change");
    put.bind(1, user.str());
    put.bind(2, password.hash);
    put.bind(3, number(password.set_at));
    put.bind(4, password.must_change ? 1 : 0);
    put.exec();
    if (then == Sessions::end) {
      Statement end(*database_, "DELETE FROM sessions WHERE user=?");
      end.bind(1, user.str());
      end.exec();
    }
    all.commit();
  });
}

Result<std::optional<port::Password>> AccountsFile::password(const UserId& user) {
  return attempt(reading, [&]() -> std::optional<port::Password> {
    Statement get(*database_, "SELECT hash, set_at, must_change FROM passwords WHERE user=?");
    get.bind(1, user.str());
    if (!get.executeStep()) return std::nullopt;
    return port::Password{get.getColumn(0).getString(), instant(get.getColumn(1)),
                          get.getColumn(2).getInt() != 0};
  });
}

Result<void> AccountsFile::add(const port::Session& session, std::size_t count_max) {
  return attempt(writing, [&] {
    SQLite::Transaction all(*database_, SQLite::TransactionBehavior::IMMEDIATE);
    Statement put(*database_, "INSERT INTO sessions VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    put.bind(1, session.id);
    bind_secret(put, 2, session.secret);
    put.bind(3, session.user.str());
    put.bind(4, number(session.made_at));
    put.bind(5, number(session.seen_at));
    put.bind(6, number(session.expires_at));
    put.bind(7, session.address);
    put.bind(8, session.program);
    put.exec();
    Statement end(*database_,
                  "DELETE FROM sessions WHERE user=?1 AND id NOT IN (SELECT id FROM sessions"
                  " WHERE user=?1 ORDER BY id=?2 DESC, seen_at DESC, made_at DESC LIMIT ?3)");
    end.bind(1, session.user.str());
    end.bind(2, session.id);
    end.bind(3, static_cast<std::int64_t>(count_max));
    end.exec();
    all.commit();
  });
}

Result<std::optional<port::Accounts::FoundSession>> AccountsFile::session(std::string_view id) {
  return attempt(reading, [&]() -> std::optional<FoundSession> {
    const Rewound rewound{*find_session_};
    find_session_->bind(1, std::string(id));
    if (!find_session_->executeStep()) return std::nullopt;
    return FoundSession{session_in(*find_session_), find_session_->getColumn(8).getInt() != 0};
  });
}

Result<std::vector<port::Session>> AccountsFile::sessions(const UserId& user) {
  return attempt(reading, [&] {
    Statement get(*database_, std::string(session_columns) +
                                  " FROM sessions WHERE user=? ORDER BY made_at DESC, id");
    get.bind(1, user.str());
    std::vector<port::Session> all;
    while (get.executeStep()) all.push_back(session_in(get));
    return all;
  });
}

Result<void> AccountsFile::session_seen(std::string_view id, Timestamp now) {
  return set_instant("UPDATE sessions SET seen_at=? WHERE id=?", id, now);
}

Result<bool> AccountsFile::end_session(const UserId& user, std::string_view id) {
  const auto ended = change("DELETE FROM sessions WHERE user=? AND id=?", {user.str(), id});
  if (!ended) return ended.error();
  return *ended > 0;
}

Result<std::size_t> AccountsFile::end_sessions(const UserId& user) {
  return change("DELETE FROM sessions WHERE user=?", {user.str()});
}

Result<void> AccountsFile::add(const port::Token& token) {
  return attempt(writing, [&] {
    Statement put(*database_, "INSERT INTO tokens VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    put.bind(1, token.id);
    put.bind(2, token.name);
    bind_secret(put, 3, token.secret);
    put.bind(4, token.user.str());
    put.bind(5, std::string(model::name(token.scope)));
    put.bind(6, number(token.made_at));
    put.bind(7, number(token.expires_at));
    if (token.used_at) {
      put.bind(8, number(*token.used_at));
    } else {
      put.bind(8);
    }
    put.exec();
  });
}

Result<std::optional<port::Token>> AccountsFile::token(std::string_view id) {
  return attempt(reading, [&]() -> std::optional<port::Token> {
    const Rewound rewound{*find_token_};
    find_token_->bind(1, std::string(id));
    if (!find_token_->executeStep()) return std::nullopt;
    return token_in(*find_token_);
  });
}

Result<std::vector<port::Token>> AccountsFile::tokens(const UserId& user) {
  return attempt(reading, [&] {
    Statement get(*database_, std::string(token_columns) +
                                  " FROM tokens WHERE user=? ORDER BY made_at DESC, id");
    get.bind(1, user.str());
    std::vector<port::Token> all;
    while (get.executeStep()) all.push_back(token_in(get));
    return all;
  });
}

Result<void> AccountsFile::token_used(std::string_view id, Timestamp now) {
  return set_instant("UPDATE tokens SET used_at=? WHERE id=?", id, now);
}

Result<bool> AccountsFile::revoke_token(const UserId& user, std::string_view id) {
  const auto revoked = change("DELETE FROM tokens WHERE user=? AND id=?", {user.str(), id});
  if (!revoked) return revoked.error();
  return *revoked > 0;
}

Result<std::size_t> AccountsFile::revoke_tokens(const UserId& user) {
  return change("DELETE FROM tokens WHERE user=?", {user.str()});
}

Result<void> AccountsFile::sweep(Timestamp now, Timestamp idle_since) {
  return attempt(writing, [&] {
    SQLite::Transaction all(*database_, SQLite::TransactionBehavior::IMMEDIATE);
    Statement sessions(*database_, "DELETE FROM sessions WHERE expires_at<=? OR seen_at<=?");
    sessions.bind(1, number(now));
    sessions.bind(2, number(idle_since));
    sessions.exec();
    Statement tokens(*database_, "DELETE FROM tokens WHERE expires_at<=?");
    tokens.bind(1, number(now));
    tokens.exec();
    all.commit();
  });
}

}  // namespace tiendo::journal
