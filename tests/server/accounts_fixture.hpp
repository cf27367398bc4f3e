#pragma once

#include <catch2/catch.hpp>

#include "journal/sqlite/accounts.hpp"
#include "server/passwords.hpp"
#include "server/sign_in.hpp"
#include "support/temporary_folder.hpp"

namespace tiendo::server {

inline const model::UserId lan{"lan"};
inline const model::UserId minh{"minh"};
inline const std::string lans_password = "chiều nay trời mưa";

/// What must have gone well.
template <class T>
T good(Result<T> result) {
  if (result.has_error()) {
    INFO(result.error().message.en);
    REQUIRE(result.has_value());
  }
  if constexpr (!std::is_void_v<T>) {
    return std::move(*result);
  }
}

/// Accounts in a real file, real Argon2 at the least cost, and a clock that stands until it is set.
struct Accounts {
  TemporaryFolder folder;
  std::filesystem::path file = folder.path() / "secrets.db";
  std::unique_ptr<journal::AccountsFile> kept = good(journal::AccountsFile::open(file));
  Passwords passwords{{.passes = 1, .memory = 8192}};
  SignIn sign_in{*kept};
  Timestamp now{std::chrono::hours{480'000}};
  std::string office = "203.0.113.7";

  Accounts() { set_password(lan, lans_password); }

  void set_password(const model::UserId& user, const std::string& password,
                    bool must_change = false) {
    good(sign_in.set_password(user, {good(passwords.hash(password)), now, must_change}));
  }

  /// Signs in, from `office`: what came of it.
  enum class Came : std::uint8_t { in, wrong, slowed };
  Came come(const model::UserId& user, const std::string& password) {
    auto begun = good(sign_in.begin(user, office, now));
    if (const auto* wait = std::get_if<SignIn::Wait>(&begun)) {
      waits = wait->time;
      return Came::slowed;
    }
    const auto& attempt = std::get<SignIn::Attempt>(begun);
    const auto proof = good(passwords.prove(attempt.hash, password));
    if (!proof.right || !good(sign_in.succeed(attempt, proof.hashed_anew))) {
      return Came::wrong;
    }
    cookie = good(sign_in.open_session(user, {office, "Firefox/128.0"}, now)).cookie;
    return Came::in;
  }
  /// The session that is opened is the one of `cookie`.
  void come_in() { REQUIRE(come(lan, lans_password) == Came::in); }

  std::optional<Identity> found(const std::string& value) {
    return good(sign_in.find_session(value, now));
  }

  std::string cookie;
  std::chrono::seconds waits{};
};

}  // namespace tiendo::server
