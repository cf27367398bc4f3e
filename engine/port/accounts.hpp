#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "model/ids.hpp"
#include "model/lifecycle.hpp"

namespace tiendo::port {

/// SHA-256 of a random secret of 256 bits: enough to know it again, of no use to whoever reads it.
using SecretHash = std::array<std::uint8_t, 32>;

struct Password {
  std::string hash;  // as its maker writes it, with its own salt and cost
  Timestamp set_at{};
  bool must_change = false;  // somebody else knows it: the first one, or one set anew

  friend bool operator==(const Password&, const Password&) = default;
};

/// Somebody who is signed in at one place.
struct Session {
  std::string id;  // public: by it a session is listed and ended
  SecretHash secret{};
  model::UserId user;
  Timestamp made_at{};
  Timestamp seen_at{};  // to a few minutes, so that reading does not write
  Timestamp expires_at{};
  std::string address;
  std::string program;  // "Firefox/128.0", as it calls itself, shortened

  friend bool operator==(const Session&, const Session&) = default;
};

enum class Scope : std::uint8_t { read, write };

/// By which a program acts for somebody.
struct Token {
  std::string id;
  std::string name;  // what it is for, given by whoever made it
  SecretHash secret{};
  model::UserId user;
  Scope scope = Scope::read;
  Timestamp made_at{};
  Timestamp expires_at{};
  std::optional<Timestamp> used_at;  // to a few minutes

  friend bool operator==(const Token&, const Token&) = default;
};

/// How people and programs prove who they are. A port of its own beside `Secrets`: that one keeps
/// what is read again as it was put, here nothing that is kept proves anything. Both must be
/// erasable, so `Secrets::erase` of a person takes all of this too. One thread.
class Accounts {
 public:
  Accounts() = default;
  Accounts(const Accounts&) = delete;
  Accounts& operator=(const Accounts&) = delete;
  virtual ~Accounts() = default;

  /// Replaces the one that was there, and ends the sessions that it opened, both or neither; with
  /// `Sessions::stay` (the same password, hashed at another cost) they go on.
  enum class Sessions : std::uint8_t { end, stay };
  [[nodiscard]] virtual Result<void> set_password(const model::UserId& user,
                                                  const Password& password, Sessions then) = 0;
  [[nodiscard]] virtual Result<std::optional<Password>> password(const model::UserId& user) = 0;

  /// Of one person at most `count_max` stay: those that were seen last.
  [[nodiscard]] virtual Result<void> add(const Session& session, std::size_t count_max) = 0;
  /// Expired ones too, until they are swept. The second says whether the password of its user must
  /// be changed first.
  struct FoundSession {
    Session session;
    bool must_change_password = false;
  };
  [[nodiscard]] virtual Result<std::optional<FoundSession>> session(std::string_view id) = 0;
  /// The latest first.
  [[nodiscard]] virtual Result<std::vector<Session>> sessions(const model::UserId& user) = 0;
  [[nodiscard]] virtual Result<void> session_seen(std::string_view id, Timestamp now) = 0;
  /// False where the person has no such session.
  [[nodiscard]] virtual Result<bool> end_session(const model::UserId& user,
                                                 std::string_view id) = 0;
  /// How many there were.
  [[nodiscard]] virtual Result<std::size_t> end_sessions(const model::UserId& user) = 0;

  [[nodiscard]] virtual Result<void> add(const Token& token) = 0;
  [[nodiscard]] virtual Result<std::optional<Token>> token(std::string_view id) = 0;
  /// The latest first.
  [[nodiscard]] virtual Result<std::vector<Token>> tokens(const model::UserId& user) = 0;
  [[nodiscard]] virtual Result<void> token_used(std::string_view id, Timestamp now) = 0;
  [[nodiscard]] virtual Result<bool> revoke_token(const model::UserId& user,
                                                  std::string_view id) = 0;
  [[nodiscard]] virtual Result<std::size_t> revoke_tokens(const model::UserId& user) = 0;

  /// Removes sessions and tokens that ended before or at `now`, and sessions that were last seen
  /// before or at `idle_since`.
  [[nodiscard]] virtual Result<void> sweep(Timestamp now, Timestamp idle_since) = 0;
};

}  // namespace tiendo::port

namespace tiendo::model {

template <>
inline std::span<const std::string_view> names_of<port::Scope>() {
  static constexpr std::array<std::string_view, 2> names{"read", "write"};
  return names;
}

}  // namespace tiendo::model
