#include "journal/sqlite/accounts.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "journal/filled_folder.hpp"
#include "journal/sqlite/restore.hpp"

using namespace tiendo;
using namespace tiendo::journal;
using model::UserId;
using Then = port::Accounts::Sessions;
using std::chrono::hours;

namespace fs = std::filesystem;

namespace {

const UserId lan{"lan"};
const UserId minh{"minh"};
const Timestamp now{hours{480'000}};

port::SecretHash secret_of(const std::string& id) {
  port::SecretHash secret{};
  std::copy(id.begin(), id.end(), secret.begin());
  return secret;
}

port::Session session(const std::string& id, const UserId& user, Timestamp made_at = now) {
  return {id,      secret_of(id),        user,          made_at,
          made_at, made_at + hours{168}, "203.0.113.7", "Firefox/128.0"};
}

port::Token token(const std::string& id, const UserId& user) {
  return {id, "máy in báo cáo", secret_of(id), user, port::Scope::write, now, now + hours{24}, {}};
}

struct Kept {
  TemporaryFolder folder;
  fs::path file = folder.path() / "secrets.db";
  std::unique_ptr<AccountsFile> accounts = good(AccountsFile::open(file));

  void open_again() {
    accounts.reset();
    accounts = good(AccountsFile::open(file));
  }
  void put(const port::Session& one, std::size_t count_max = 10) const {
    good(accounts->add(one, count_max));
  }
  std::vector<std::string> sessions_of(const UserId& user) const {
    std::vector<std::string> ids;
    for (const auto& one : good(accounts->sessions(user))) ids.push_back(one.id);
    return ids;
  }
};

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a password is kept by person, and replaced") {
  Kept kept;
  CHECK(!good(kept.accounts->password(lan)));
  good(kept.accounts->set_password(lan, {"$argon2id$1", now, true}, Then::end));
  kept.open_again();
  CHECK(good(kept.accounts->password(lan)) == port::Password{"$argon2id$1", now, true});
  good(kept.accounts->set_password(lan, {"$argon2id$2", now + hours{1}, false}, Then::end));
  CHECK(good(kept.accounts->password(lan)) == port::Password{"$argon2id$2", now + hours{1}, false});
  CHECK(!good(kept.accounts->password(minh)));
}

TEST_CASE("a session is found as it was put, with what is known of the password") {
  Kept kept;
  kept.put(session("a", lan));
  kept.open_again();
  const auto found = good(kept.accounts->session("a"));
  REQUIRE(found);
  CHECK(found->session == session("a", lan));
  CHECK(!found->must_change_password);
  CHECK(!good(kept.accounts->session("b")));

  good(kept.accounts->set_password(lan, {"x", now, true}, Then::stay));
  CHECK(good(kept.accounts->session("a"))->must_change_password);
  good(kept.accounts->session_seen("a", now + hours{2}));
  CHECK(good(kept.accounts->session("a"))->session.seen_at == now + hours{2});
}

TEST_CASE("a new password ends the sessions of its person alone") {
  const Kept kept;
  kept.put(session("a", lan));
  kept.put(session("b", minh));
  good(kept.accounts->set_password(lan, {"x", now, false}, Then::stay));
  CHECK(kept.sessions_of(lan) == Ids{"a"});
  good(kept.accounts->set_password(lan, {"y", now, false}, Then::end));
  CHECK(kept.sessions_of(lan).empty());
  CHECK(kept.sessions_of(minh) == Ids{"b"});
}

TEST_CASE("nobody ends the session of another, or revokes his token") {
  const Kept kept;
  kept.put(session("a", lan));
  good(kept.accounts->add(token("t", lan)));
  CHECK(!good(kept.accounts->end_session(minh, "a")));
  CHECK(!good(kept.accounts->revoke_token(minh, "t")));
  CHECK(good(kept.accounts->end_session(lan, "a")));
  CHECK(good(kept.accounts->revoke_token(lan, "t")));
  CHECK(!good(kept.accounts->session("a")));
  CHECK(!good(kept.accounts->token("t")));
}

TEST_CASE("of the sessions of a person those stay that were seen last, and the new one") {
  const Kept kept;
  for (int i = 0; i < 4; ++i) kept.put(session(fmt::format("{}", i), lan, now + hours{i}), 4);
  good(kept.accounts->session_seen("0", now + hours{9}));
  kept.put(session("m", minh));
  kept.put(session("new", lan, now), 3);
  CHECK(kept.sessions_of(lan) == Ids{"3", "0", "new"});
  CHECK(kept.sessions_of(minh) == Ids{"m"});
  CHECK(good(kept.accounts->end_sessions(lan)) == 3);
}

TEST_CASE("a token is found as it was put, and remembers when it was used") {
  Kept kept;
  good(kept.accounts->add(token("t", lan)));
  kept.open_again();
  CHECK(good(kept.accounts->token("t")) == token("t", lan));
  good(kept.accounts->token_used("t", now + hours{1}));
  CHECK(good(kept.accounts->token("t"))->used_at == now + hours{1});
  good(kept.accounts->add(token("u", lan)));
  CHECK(good(kept.accounts->tokens(lan)).size() == 2);
  CHECK(good(kept.accounts->tokens(minh)).empty());
  CHECK(good(kept.accounts->revoke_tokens(lan)) == 2);
}

TEST_CASE("what has ended is swept, and nothing else") {
  const Kept kept;
  kept.put(session("idle", lan, now));
  kept.put(session("alive", lan, now + hours{1}));
  kept.put(session("over", lan, now - hours{168}));
  good(kept.accounts->session_seen("over", now + hours{1}));
  good(kept.accounts->add(token("t", lan)));
  good(kept.accounts->sweep(now, now - hours{1}));
  CHECK(kept.sessions_of(lan) == Ids{"alive", "idle"});
  good(kept.accounts->sweep(now, now));
  CHECK(kept.sessions_of(lan) == Ids{"alive"});
  CHECK(good(kept.accounts->token("t")));
  good(kept.accounts->sweep(now + hours{24}, now));
  CHECK(!good(kept.accounts->token("t")));
}

TEST_CASE("erasing a person erases password, sessions and tokens from the file") {
  const Kept kept;
  const auto secrets = good(SecretsFile::open(kept.file));
  for (const auto& user : {lan, minh}) {
    const std::string name = user.str();
    good(secrets->put(user, "email", name + "@lmhtx.example"));
    good(kept.accounts->set_password(user, {"$argon2id$" + name, now, false}, Then::end));
    kept.put(session("session-" + name, user));
    good(kept.accounts->add(token("token-" + name, user)));
  }
  good(secrets->erase(lan));
  CHECK(!good(kept.accounts->password(lan)));
  CHECK(!good(kept.accounts->session("session-lan")));
  CHECK(!good(kept.accounts->token("token-lan")));
  CHECK(content_of(kept.file).find("lan") == std::string::npos);
  CHECK(good(kept.accounts->password(minh)));
  CHECK(good(kept.accounts->session("session-minh")));
  CHECK(good(kept.accounts->token("token-minh")));
}

TEST_CASE("a file from before there were accounts keeps its secrets and gets their tables") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "secrets.db";
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec(
          "CREATE TABLE secrets(user TEXT NOT NULL, name TEXT NOT NULL, value BLOB NOT NULL,"
          " PRIMARY KEY(user, name)) STRICT, WITHOUT ROWID;"
          "INSERT INTO secrets VALUES('lan', 'email', CAST('lan@lmhtx.example' AS BLOB));"
          "PRAGMA application_id=0x74647363; PRAGMA user_version=1");
  const auto accounts = good(AccountsFile::open(file));
  good(accounts->set_password(lan, {"x", now, false}, Then::end));
  CHECK(good(good(SecretsFile::open(file))->get(lan, "email")) == "lan@lmhtx.example");
  CHECK(count_below(folder.path()) == 1);
}

TEST_CASE("a backup holds passwords, but nothing by which one is signed in") {
  const FilledFolder data;
  {
    const auto accounts = good(AccountsFile::open(secrets_in(data.path)));
    good(accounts->set_password(lan, {"$argon2id$lan", now, true}, Then::end));
    good(accounts->add(session("session-lan", lan), 10));
    good(accounts->add(token("token-lan", lan)));
  }
  data.back_up();
  CHECK(content_of(data.file).find("session-lan") == std::string::npos);
  CHECK(content_of(data.file).find("token-lan") == std::string::npos);
  const fs::path restored = data.outer.path() / "restored";
  good(restore(data.file, restored));
  const auto accounts = good(AccountsFile::open(secrets_in(restored)));
  CHECK(good(accounts->password(lan)) == port::Password{"$argon2id$lan", now, true});
  CHECK(good(accounts->sessions(lan)).empty());
  CHECK(good(accounts->tokens(lan)).empty());

  data.back_up({.secrets = false, .replace = true});
  CHECK(content_of(data.file).find("$argon2id$lan") == std::string::npos);
}
