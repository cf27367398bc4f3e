#include "server/live_events.hpp"

#include "server/accounts_fixture.hpp"
#include "server/served_engine.hpp"

namespace tiendo::test {
namespace {

using server::HttpLive;
using server::Identity;

/// Lan looks on, by what she came in with.
class LookingOn {
 public:
  LookingOn() { accounts_.come_in(); }

  [[nodiscard]] Identity by_session() { return *accounts_.found(accounts_.cookie); }
  [[nodiscard]] Identity by_token() {
    const auto made = server::good(accounts_.sign_in.make_token(
        server::lan, "x", port::Scope::read, accounts_.now + std::chrono::hours{1}, accounts_.now));
    const auto& text = std::get<server::SignIn::MadeToken>(made).text;
    return *server::good(accounts_.sign_in.find_bearer(text, accounts_.now));
  }
  [[nodiscard]] std::shared_ptr<HttpLive> look_on(const Identity& by) {
    auto stream = std::make_shared<HttpLive>();
    api::Caller caller;
    caller.user = by.user;
    static_cast<void>(live_.add({caller, by, Language::en, stream}, 0, at("2025-01-06 08:00")));
    return stream;
  }
  [[nodiscard]] bool goes_on(const std::shared_ptr<HttpLive>& stream) {
    live_.close_ended(
        [this](const Identity& who) { return accounts_.sign_in.has_ended(who, accounts_.now); });
    return stream->state() == HttpLive::State::open;
  }
  [[nodiscard]] server::Accounts& accounts() { return accounts_; }

 private:
  server::Accounts accounts_;
  ServedEngine served_;
  server::LiveEvents live_{served_.engine(), [](const auto&, const auto&) {}};
};

}  // namespace

TEST_CASE("a stream ends with the session by which it was opened") {
  LookingOn office;
  const auto who = office.by_session();
  const auto stream = office.look_on(who);
  CHECK(office.goes_on(stream));
  auto& accounts = office.accounts();
  SECTION("signed out") {
    server::good(accounts.sign_in.end_session(who.user, who.id));
  }
  SECTION("another password") {
    accounts.set_password(who.user, "một mật khẩu khác hẳn");
  }
  SECTION("ended by an administrator") {
    server::good(accounts.sign_in.end_all(who.user));
  }
  SECTION("expired") {
    accounts.now += server::session_life_max;
  }
  CHECK_FALSE(office.goes_on(stream));
}

TEST_CASE("a stream ends with the token by which it was opened, and with no other") {
  LookingOn office;
  const auto who = office.by_token();
  const auto stream = office.look_on(who);
  const auto other = office.look_on(office.by_token());
  CHECK(office.goes_on(stream));
  CHECK(server::good(office.accounts().sign_in.revoke_token(who.user, who.id)));
  CHECK_FALSE(office.goes_on(stream));
  CHECK(office.goes_on(other));
}

TEST_CASE("the stream of whoever holds the folder ends with the server alone") {
  LookingOn office;
  const auto stream = office.look_on(Identity{.user = server::lan, .by = Identity::By::owner});
  CHECK(office.goes_on(stream));
}

}  // namespace tiendo::test
