#include "server/sign_in.hpp"

#include <fmt/format.h>

#include "server/accounts_fixture.hpp"

using namespace tiendo;
using namespace tiendo::server;
using Came = Accounts::Came;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

SignIn::MadeToken token_of(Accounts& accounts, port::Scope scope, Timestamp expires_at) {
  return std::get<SignIn::MadeToken>(
      good(accounts.sign_in.make_token(lan, "báo cáo", scope, expires_at, accounts.now)));
}

std::string refusal_of(Accounts& accounts, const std::string& name, Timestamp expires_at) {
  const auto made =
      good(accounts.sign_in.make_token(lan, name, port::Scope::read, expires_at, accounts.now));
  return std::get<SignIn::Refusal>(made).code;
}

}  // namespace

TEST_CASE("whoever knows the password is let in, and known again by the cookie") {
  Accounts accounts;
  accounts.come_in();
  const auto who = accounts.found(accounts.cookie);
  REQUIRE(who);
  CHECK(who->user == lan);
  CHECK(who->by == Identity::By::session);
  CHECK(who->may_write);
  CHECK(!who->must_change_password);
  CHECK(who->expires_at == accounts.now + session_life_max);
  CHECK(who->anti_forgery_token.size() == 43);
}

TEST_CASE("a wrong password and an unknown user are refused alike") {
  Accounts accounts;
  CHECK(accounts.come(lan, "chiều nay trời nắng") == Came::wrong);
  CHECK(accounts.come(model::UserId{"nobody"}, lans_password) == Came::wrong);
  CHECK(accounts.come(model::UserId{"no such'name"}, lans_password) == Came::wrong);
  CHECK(accounts.come(model::UserId{}, "") == Came::wrong);
}

TEST_CASE("nothing that is kept opens a session") {
  Accounts accounts;
  accounts.come_in();
  const auto dot = accounts.cookie.find('.');
  REQUIRE(dot != std::string::npos);
  const auto secret = accounts.cookie.substr(dot + 1);
  const auto kept = content_of(accounts.file);
  CHECK(kept.find(secret) == std::string::npos);
  CHECK(kept.find(accounts.found(accounts.cookie)->anti_forgery_token) == std::string::npos);
  CHECK(kept.find(lans_password) == std::string::npos);
}

TEST_CASE("a cookie that is not exactly the one that was given out opens nothing") {
  Accounts accounts;
  accounts.come_in();
  const auto own = accounts.cookie;
  accounts.come_in();
  for (std::size_t i = 0; i < own.size(); ++i) {
    auto changed = own;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    CAPTURE(i);
    CHECK(!accounts.found(changed));
    CHECK(!accounts.found(own.substr(0, i)));
  }
  CHECK(!accounts.found(own + "A"));
  CHECK(!accounts.found(own + "="));
  CHECK(!accounts.found(own.substr(0, 17) + accounts.cookie.substr(17)));
  CHECK(accounts.found(own));
}

TEST_CASE("a session ends twelve hours after it was last used") {
  Accounts accounts;
  accounts.come_in();
  accounts.now += session_idle_max - seconds{1};
  CHECK(accounts.found(accounts.cookie));
  accounts.now += session_idle_max - seconds{1};
  CHECK(accounts.found(accounts.cookie));
  accounts.now += session_idle_max;
  CHECK(!accounts.found(accounts.cookie));
}

TEST_CASE("a session ends after seven days, however much it is used") {
  Accounts accounts;
  accounts.come_in();
  const auto end = accounts.now + session_life_max;
  while (accounts.now + hours{6} < end) {
    accounts.now += hours{6};
    REQUIRE(accounts.found(accounts.cookie));
  }
  accounts.now = end;
  CHECK(!accounts.found(accounts.cookie));
  CHECK(good(accounts.sign_in.sessions(lan, accounts.now)).empty());
}

TEST_CASE("using a session is written down once in five minutes") {
  Accounts accounts;
  accounts.come_in();
  const auto made_at = accounts.now;
  const auto seen_at = [&] {
    return good(accounts.sign_in.sessions(lan, accounts.now)).at(0).seen_at;
  };
  accounts.now += seen_interval - seconds{1};
  CHECK(accounts.found(accounts.cookie));
  CHECK(seen_at() == made_at);
  accounts.now += seconds{1};
  CHECK(accounts.found(accounts.cookie));
  CHECK(seen_at() == accounts.now);
}

TEST_CASE("a clock that was set back ends no session and moves none") {
  Accounts accounts;
  accounts.come_in();
  const auto made_at = accounts.now;
  accounts.now -= hours{24 * 30};
  CHECK(accounts.found(accounts.cookie));
  CHECK(good(accounts.sign_in.sessions(lan, accounts.now)).at(0).seen_at == made_at);
}

TEST_CASE("a session that was ended is over at once, the others go on") {
  Accounts accounts;
  accounts.come_in();
  const auto first = accounts.cookie;
  accounts.come_in();
  const auto id = accounts.found(first)->id;
  CHECK(!good(accounts.sign_in.end_session(minh, id)));
  CHECK(accounts.found(first));
  CHECK(good(accounts.sign_in.end_session(lan, id)));
  CHECK(!accounts.found(first));
  CHECK(accounts.found(accounts.cookie));
}

TEST_CASE("a new password ends every session") {
  Accounts accounts;
  accounts.come_in();
  accounts.set_password(lan, "một mật khẩu khác hẳn");
  CHECK(!accounts.found(accounts.cookie));
  CHECK(accounts.come(lan, lans_password) == Came::wrong);
}

TEST_CASE("who signs in while the password changes is let in by the new one only") {
  Accounts accounts;
  const auto attempt =
      std::get<SignIn::Attempt>(good(accounts.sign_in.begin(lan, accounts.office, accounts.now)));
  REQUIRE(good(accounts.passwords.prove(attempt.hash, lans_password)).right);
  accounts.set_password(lan, "một mật khẩu khác hẳn");
  CHECK(!good(accounts.sign_in.succeed(attempt, {})));
}

TEST_CASE("a password hashed at an old cost is hashed anew, and no session ends by it") {
  Accounts accounts;
  accounts.come_in();
  const auto before = good(accounts.kept->password(lan))->hash;
  accounts.passwords = Passwords{{.passes = 2, .memory = 8192}};
  const auto first = accounts.cookie;
  accounts.come_in();
  const auto after = good(accounts.kept->password(lan))->hash;
  CHECK(before != after);
  CHECK(after.find("t=2") != std::string::npos);
  CHECK(accounts.found(first));
  accounts.come_in();
  CHECK(good(accounts.kept->password(lan))->hash == after);
}

TEST_CASE("whoever has more than twenty sessions loses the one seen longest ago") {
  Accounts accounts;
  accounts.come_in();
  const auto first = accounts.cookie;
  for (std::size_t i = 1; i < sessions_of_one_max; ++i) {
    accounts.now += seconds{1};
    accounts.come_in();
  }
  CHECK(accounts.found(first));
  accounts.now += seconds{1};
  accounts.come_in();
  CHECK(!accounts.found(first));
  CHECK(good(accounts.sign_in.sessions(lan, accounts.now)).size() == sessions_of_one_max);
}

TEST_CASE("what a program says of itself is kept in part, whole characters of it") {
  Accounts accounts;
  const auto program_after = [&](const std::string& program) {
    good(accounts.sign_in.open_session(lan, {accounts.office, program}, accounts.now));
    accounts.now += seconds{1};
    return good(accounts.sign_in.sessions(lan, accounts.now)).at(0).program;
  };
  CHECK(program_after("Firefox/128.0") == "Firefox/128.0");
  CHECK(program_after("a" + std::string(500, 'b')) == "a" + std::string(119, 'b'));
  std::string two_bytes = "x";
  for (int i = 0; i < 100; ++i) two_bytes += "đ";
  CHECK(program_after(two_bytes) == two_bytes.substr(0, 119));
  CHECK(program_after("\xff\xfe").empty());
}

TEST_CASE("three slips are free, then the wait doubles up to a quarter of an hour") {
  Accounts accounts;
  for (int i = 0; i < user_ladder.free; ++i) {
    CHECK(accounts.come(lan, "sai mật khẩu rồi") == Came::wrong);
  }
  CHECK(accounts.come(lan, "sai mật khẩu rồi") == Came::wrong);
  for (int wait = 1; wait < 900; wait *= 2) {
    CAPTURE(wait);
    CHECK(accounts.come(lan, lans_password) == Came::slowed);
    CHECK(accounts.waits == seconds{wait});
    accounts.now += seconds{wait} - std::chrono::microseconds{1};
    CHECK(accounts.come(lan, lans_password) == Came::slowed);
    CHECK(accounts.waits == seconds{1});
    accounts.now += std::chrono::microseconds{1};
    CHECK(accounts.come(lan, "sai mật khẩu rồi") == Came::wrong);
  }
  CHECK(accounts.come(lan, lans_password) == Came::slowed);
  CHECK(accounts.waits == minutes{15});
  accounts.now += minutes{15};
  CHECK(accounts.come(lan, "sai mật khẩu rồi") == Came::wrong);
  CHECK(accounts.come(lan, lans_password) == Came::slowed);
  CHECK(accounts.waits == minutes{15});
}

TEST_CASE("success clears what was counted against a user") {
  Accounts accounts;
  for (int round = 0; round < 5; ++round) {
    for (int i = 0; i < user_ladder.free; ++i) {
      CHECK(accounts.come(lan, "sai mật khẩu rồi") == Came::wrong);
    }
    CHECK(accounts.come(lan, lans_password) == Came::in);
  }
}

TEST_CASE("names that nobody has are slowed down as those of people are") {
  Accounts accounts;
  const model::UserId nobody{"nobody"};
  for (int i = 0; i <= user_ladder.free; ++i) {
    CHECK(accounts.come(nobody, lans_password) == Came::wrong);
  }
  CHECK(accounts.come(nobody, lans_password) == Came::slowed);
}

TEST_CASE("many tries at once buy nothing") {
  Accounts accounts;
  int begun = 0;
  for (int i = 0; i < 100; ++i) {
    const auto one = good(accounts.sign_in.begin(lan, accounts.office, accounts.now));
    begun += std::holds_alternative<SignIn::Attempt>(one) ? 1 : 0;
  }
  CHECK(begun == user_ladder.free + 1);
}

TEST_CASE("what could not be worked out counts against nobody") {
  Accounts accounts;
  for (int i = 0; i < 20; ++i) {
    const auto begun = good(accounts.sign_in.begin(lan, accounts.office, accounts.now));
    REQUIRE(std::holds_alternative<SignIn::Attempt>(begun));
    accounts.sign_in.give_up(std::get<SignIn::Attempt>(begun));
  }
}

TEST_CASE("one person who forgot his password locks nobody out of the office") {
  Accounts accounts;
  accounts.set_password(minh, "con mèo trèo cây cau");
  for (int i = 0; i < 1'000; ++i) {
    accounts.come(lan, "sai mật khẩu rồi");
    accounts.now += seconds{1};
  }
  CHECK(accounts.come(minh, "con mèo trèo cây cau") == Came::in);
}

TEST_CASE("an office of a hundred comes in of a morning, with slips") {
  Accounts accounts;
  const auto hash = good(accounts.passwords.hash(lans_password));
  for (int i = 0; i < 100; ++i) {
    const model::UserId user{fmt::format("user-{}", i)};
    good(accounts.kept->set_password(user, {hash, accounts.now, false},
                                     port::Accounts::Sessions::end));
    if (i % 3 == 0) {
      CHECK(accounts.come(user, "sai mật khẩu rồi") == Came::wrong);
    }
    CHECK(accounts.come(user, lans_password) == Came::in);
    accounts.now += seconds{9};
  }
}

TEST_CASE("whoever tries many names from one address is slowed down, others are not") {
  Accounts accounts;
  int tried = 0;
  for (int i = 0; i < 3'600; ++i) {
    const model::UserId user{fmt::format("user-{}", i)};
    tried += accounts.come(user, "123456789a") == Came::wrong ? 1 : 0;
    accounts.now += seconds{1};
  }
  CHECK(tried > address_ladder.free);
  CHECK(tried <= address_ladder.free + 60 * 60 / 30 + 10);
  CHECK(accounts.waits <= minutes{1});
  while (accounts.come(model::UserId{"one-more"}, "123456789a") == Came::wrong) {
  }
  CHECK(accounts.come(lan, lans_password) == Came::slowed);
  accounts.office = "198.51.100.1";
  CHECK(accounts.come(lan, lans_password) == Came::in);
}

TEST_CASE("the addresses of one IPv6 network count as one") {
  Accounts accounts;
  for (int i = 0; i <= address_ladder.free; ++i) {
    accounts.office = fmt::format("2001:db8:1:2::{:x}", i);
    CHECK(accounts.come(model::UserId{fmt::format("user-{}", i)}, "123456789a") == Came::wrong);
  }
  CHECK(accounts.come(lan, lans_password) == Came::slowed);
  accounts.office = "2001:db8:1:3::1";
  CHECK(accounts.come(lan, lans_password) == Came::in);
}

TEST_CASE("a token lets a program in within its scope until it expires") {
  Accounts accounts;
  const auto made = token_of(accounts, port::Scope::read, accounts.now + hours{24});
  CHECK(content_of(accounts.file).find(made.text.substr(made.text.rfind('.') + 1)) ==
        std::string::npos);
  const auto who = good(accounts.sign_in.find_bearer(made.text, accounts.now));
  REQUIRE(who);
  CHECK(who->user == lan);
  CHECK(who->by == Identity::By::token);
  CHECK(!who->may_write);
  CHECK(who->anti_forgery_token.empty());
  CHECK(good(accounts.sign_in.tokens(lan, accounts.now)).at(0).used_at == accounts.now);
  CHECK(!good(accounts.sign_in.find_bearer(made.text + "x", accounts.now)));
  CHECK(!accounts.found(made.text));
  accounts.now += hours{24};
  CHECK(!good(accounts.sign_in.find_bearer(made.text, accounts.now)));
  CHECK(good(accounts.sign_in.tokens(lan, accounts.now)).empty());
}

TEST_CASE("a token that was revoked opens nothing, a cookie is no token") {
  Accounts accounts;
  const auto made = token_of(accounts, port::Scope::write, accounts.now + hours{24});
  CHECK(good(accounts.sign_in.find_bearer(made.text, accounts.now))->may_write);
  CHECK(!good(accounts.sign_in.revoke_token(minh, made.token.id)));
  CHECK(good(accounts.sign_in.revoke_token(lan, made.token.id)));
  CHECK(!good(accounts.sign_in.find_bearer(made.text, accounts.now)));
  accounts.come_in();
  CHECK(!good(accounts.sign_in.find_bearer("tiendo-token." + accounts.cookie, accounts.now)));
}

TEST_CASE("a token goes on under a new password, and ends with all of its user") {
  Accounts accounts;
  const auto made = token_of(accounts, port::Scope::write, accounts.now + hours{24});
  accounts.set_password(lan, "một mật khẩu khác hẳn");
  CHECK(good(accounts.sign_in.find_bearer(made.text, accounts.now)));
  good(accounts.sign_in.open_session(lan, {}, accounts.now));
  const auto ended = good(accounts.sign_in.end_all(lan));
  CHECK(ended.sessions == 1);
  CHECK(ended.tokens == 1);
  CHECK(!good(accounts.sign_in.find_bearer(made.text, accounts.now)));
}

TEST_CASE("tokens have a name, an end within a year, and a number") {
  Accounts accounts;
  const auto soon = accounts.now + hours{1};
  CHECK(refusal_of(accounts, "", soon) == "bad_token_name");
  CHECK(refusal_of(accounts, std::string(101, 'x'), soon) == "bad_token_name");
  CHECK(refusal_of(accounts, "\xff", soon) == "bad_token_name");
  CHECK(refusal_of(accounts, "x", accounts.now) == "bad_token_expiry");
  CHECK(refusal_of(accounts, "x", accounts.now + token_life_max + seconds{1}) ==
        "bad_token_expiry");
  for (std::size_t i = 0; i < tokens_of_one_max; ++i) {
    token_of(accounts, port::Scope::read, soon);
  }
  CHECK(refusal_of(accounts, "x", soon) == "too_many_tokens");
  accounts.now = soon;
  token_of(accounts, port::Scope::read, accounts.now + token_life_max);
}

TEST_CASE("the owner's token opens the server that made it, and no other") {
  Accounts accounts;
  const model::UserId owner{"owner:lan"};
  const auto token = accounts.sign_in.make_owner_token(owner);
  const auto who = good(accounts.sign_in.find_bearer(token, accounts.now + hours{100'000}));
  REQUIRE(who);
  CHECK(who->user == owner);
  CHECK(who->by == Identity::By::owner);
  CHECK(who->may_write);
  SignIn other{*accounts.kept};
  CHECK(!good(other.find_bearer(token, accounts.now)));
  static_cast<void>(other.make_owner_token(owner));
  CHECK(!good(other.find_bearer(token, accounts.now)));
}

TEST_CASE("what has expired is swept when somebody signs in") {
  Accounts accounts;
  accounts.come_in();
  accounts.now += session_idle_max;
  good(accounts.sign_in.open_session(minh, {}, accounts.now));
  CHECK(good(accounts.kept->sessions(lan)).empty());
}
