#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "port/accounts.hpp"
#include "server/credential.hpp"
#include "server/slow_down.hpp"

namespace tiendo::server {

inline constexpr std::chrono::hours session_idle_max{12};  // a working day with its evening
inline constexpr std::chrono::hours session_life_max{7 * 24};
inline constexpr std::chrono::hours token_life_max{366 * 24};
inline constexpr std::chrono::minutes seen_interval{5};  // between two writes of having seen one
inline constexpr std::size_t sessions_of_one_max = 20;   // the one seen longest ago ends then
inline constexpr std::size_t tokens_of_one_max = 50;
inline constexpr std::size_t token_name_length_max = 100;  // bytes

/// A user: three slips are free, then 1 s, 2 s, 4 s … 15 min, from wherever they come: some 100
/// guesses a day. An address: a whole office may stand behind it, and one name cannot use its 50 up
/// before it is slowed down itself; whoever tries many names gets two a minute for good, and the
/// others there wait a minute at most.
inline constexpr Ladder user_ladder{3, std::chrono::minutes{15}, std::chrono::hours{1}};
inline constexpr Ladder address_ladder{50, std::chrono::minutes{1}, std::chrono::seconds{30}};

/// Who came, as it has been proved.
struct Identity {
  enum class By : std::uint8_t { session, token, owner };

  model::UserId user;
  By by = By::session;
  std::string id;  // of the session or the token
  bool may_write = true;
  bool must_change_password = false;    // and may do nothing before
  std::string anti_forgery_token;       // of a session
  std::optional<Timestamp> expires_at;  // at the latest; the owner's does not
};

/// From where somebody came.
struct Visit {
  std::string address;  // "203.0.113.7", "2001:db8::1"
  std::string program;  // User-Agent as it was sent
};

/// Decides who is let in, and remembers who failed. Knows no HTTP. Hashing, which takes long, is
/// left to others between `begin` and `succeed`. `now` is that of the wall, in a rehearsal too. An
/// Error is always one of the disk. One thread.
class SignIn {
 public:
  /// `accounts` outlives this.
  explicit SignIn(port::Accounts& accounts) : accounts_{accounts} {}

  /// A new secret by which the program beside the server acts as `owner`, as long as this lives:
  /// for OwnerFile.
  [[nodiscard]] std::string make_owner_token(const model::UserId& owner);

  // ---- by password ----

  /// Somebody may try: whether his password is that of `hash` is worked out by Passwords::prove,
  /// on any thread.
  struct Attempt {
    model::UserId user;
    std::string network;  // from which it came
    std::string hash;     // empty: there is no such user
  };
  struct Wait {
    std::chrono::seconds time;
  };
  /// Counts as a failure of the user and of the address from now on, so that many tries at once buy
  /// nothing. Unknown users are dealt with as known ones.
  [[nodiscard]] Result<std::variant<Attempt, Wait>> begin(const model::UserId& user,
                                                          const std::string& address,
                                                          Timestamp now);
  /// The password was right: false where it has been changed meanwhile. Then it stays a failure.
  /// `hashed_anew`, if there is one, takes the place of the hash.
  [[nodiscard]] Result<bool> succeed(const Attempt& attempt, const std::string& hashed_anew);
  /// It could not be worked out.
  void give_up(const Attempt& attempt);

  struct Opened {
    Identity identity;
    std::string cookie;  // its value, shown once
  };
  [[nodiscard]] Result<Opened> open_session(const model::UserId& user, const Visit& visit,
                                            Timestamp now);

  /// Ends the sessions of the person; his tokens go on.
  [[nodiscard]] Result<void> set_password(const model::UserId& user,
                                          const port::Password& password);

  // ---- by what was given out ----

  [[nodiscard]] Result<std::optional<Identity>> find_session(std::string_view cookie,
                                                             Timestamp now);
  /// A token, or that of the owner.
  [[nodiscard]] Result<std::optional<Identity>> find_bearer(std::string_view token, Timestamp now);

  /// Whether what `who` came in by has ended since: signed out, revoked, expired, erased. What the
  /// disk does not tell has not.
  [[nodiscard]] bool has_ended(const Identity& who, Timestamp now);

  // ---- listed and ended ----

  /// Those that are open, the latest first.
  [[nodiscard]] Result<std::vector<port::Session>> sessions(const model::UserId& user,
                                                            Timestamp now);
  [[nodiscard]] Result<bool> end_session(const model::UserId& user, std::string_view id) {
    return accounts_.end_session(user, id);
  }
  struct Ended {
    std::size_t sessions = 0;
    std::size_t tokens = 0;
  };
  /// Everything by which `user` is let in without his password.
  [[nodiscard]] Result<Ended> end_all(const model::UserId& user);

  [[nodiscard]] Result<std::vector<port::Token>> tokens(const model::UserId& user, Timestamp now);
  struct MadeToken {
    port::Token token;
    std::string text;  // shown once
  };
  struct Refusal {
    std::string code;
    Text reason;
  };
  /// Refuses  bad_token_name      empty, too long, no text
  ///          bad_token_expiry    not after `now`, or more than `token_life_max` after it
  ///          too_many_tokens     `tokens_of_one_max` are there
  [[nodiscard]] Result<std::variant<MadeToken, Refusal>> make_token(const model::UserId& user,
                                                                    const std::string& name,
                                                                    port::Scope scope,
                                                                    Timestamp expires_at,
                                                                    Timestamp now);
  [[nodiscard]] Result<bool> revoke_token(const model::UserId& user, std::string_view id) {
    return accounts_.revoke_token(user, id);
  }

 private:
  void sweep(Timestamp now);

  port::Accounts& accounts_;
  SlowDown users_{user_ladder};
  SlowDown addresses_{address_ladder};
  std::optional<Timestamp> swept_at_;
  model::UserId owner_;
  std::optional<port::SecretHash> owner_secret_;
};

}  // namespace tiendo::server
