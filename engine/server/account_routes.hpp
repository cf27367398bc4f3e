#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "api/exchange.hpp"
#include "server/passwords.hpp"
#include "server/sign_in.hpp"

namespace tiendo::server {

inline constexpr std::string_view session_path = "/api/v1/session";
inline constexpr std::string_view password_path = "/api/v1/session/password";

/// Whether AccountRoutes answers this path, whatever the method.
[[nodiscard]] bool is_account_path(std::string_view path);

/// The person whose account an administrator would change by this path; nothing on other paths.
[[nodiscard]] std::optional<model::UserId> administered_person(std::string_view path);

/// The operations on accounts, without a connection:
///
///     POST   /api/v1/session                  sign in: user, password
///     GET    /api/v1/session                  who am I
///     DELETE /api/v1/session                  sign out
///     PUT    /api/v1/session/password         old, new; all other sessions end, this one goes on
///     GET    /api/v1/sessions                 mine
///     DELETE /api/v1/sessions/{id}
///     GET    /api/v1/tokens                   mine
///     POST   /api/v1/tokens                   name, scope, expires_at; the secret is shown once
///     DELETE /api/v1/tokens/{id}
///     PUT    /api/v1/users/{user}/password    administrators: password, or none: one is made
///     GET    /api/v1/users/{user}/sessions    administrators
///     DELETE /api/v1/users/{user}/sessions    administrators: tokens too
///     DELETE /api/v1/users/{user}/sessions/{id}
///     GET    /api/v1/users/{user}/tokens      administrators
///     POST   /api/v1/users/{user}/tokens      the owner: who made it could act as that person
///     DELETE /api/v1/users/{user}/tokens/{id}
///
/// A token only tells who it is for: it changes no account and makes no further tokens, so that
/// whoever finds one cannot stay. The owner has no account, and administers those of others.
///
/// What has to hash passwords comes back as HardWork: it is done on any thread, and what it gives
/// is called where `handle` was. Everything else on one thread, that of `sign_in`.
class AccountRoutes {
 public:
  /// Both outlive the routes and what they give back. `secure`: people come over TLS.
  AccountRoutes(SignIn& sign_in, const Passwords& passwords, bool secure)
      : sign_in_{sign_in}, passwords_{passwords}, secure_{secure} {}

  /// What the engine knows; looked at where `administered_person` says one.
  struct Office {
    bool administers = false;   // whoever asks
    bool knows_person = false;  // of the path
  };
  struct Asked {
    api::Request request;         // `caller` is not looked at
    std::optional<Identity> who;  // of `identify`; nobody: of signing in
    Visit visit;
    Office office;
  };

  /// What stands in the path.
  struct Place {
    std::string person;  // whose account an administrator looks at; empty: one's own
    std::string id;      // of a session or token
  };

  using Finish = std::function<api::Response(Timestamp now)>;
  using HardWork = std::function<Finish()>;
  using Outcome = std::variant<api::Response, HardWork>;

  /// As the header Allow lists them; empty: there is no such path here.
  [[nodiscard]] static std::string allowed_methods(std::string_view path);

  /// `asked` has passed `identify`.
  [[nodiscard]] Outcome handle(const Asked& asked, Timestamp now);

 private:
  struct Route;
  static std::span<const Route> routes();
  friend bool is_account_path(std::string_view path);
  friend std::optional<model::UserId> administered_person(std::string_view path);

  [[nodiscard]] Outcome sign_in(const Asked& asked, const Place& place, Timestamp now);
  [[nodiscard]] Outcome who_am_i(const Asked& asked, const Place& place, Timestamp now);
  [[nodiscard]] Outcome sign_out(const Asked& asked, const Place& place, Timestamp now);
  [[nodiscard]] Outcome change_password(const Asked& asked, const Place& place, Timestamp now);
  [[nodiscard]] Outcome list_sessions(const Asked& asked, const Place& place, Timestamp now);
  [[nodiscard]] Outcome end_session(const Asked& asked, const Place& place, Timestamp now);
  [[nodiscard]] Outcome list_tokens(const Asked& asked, const Place& place, Timestamp now);
  [[nodiscard]] Outcome make_token(const Asked& asked, const Place& place, Timestamp now);
  [[nodiscard]] Outcome revoke_token(const Asked& asked, const Place& place, Timestamp now);
  [[nodiscard]] Outcome set_password(const Asked& asked, const Place& place, Timestamp now);
  [[nodiscard]] Outcome end_sessions(const Asked& asked, const Place& place, Timestamp now);

  [[nodiscard]] std::variant<SignIn::Attempt, api::Response> begin(const Asked& asked,
                                                                   const model::UserId& user,
                                                                   Timestamp now);
  [[nodiscard]] api::Response opened(const Asked& asked, const model::UserId& user, int status,
                                     Timestamp now);

  SignIn& sign_in_;
  const Passwords& passwords_;
  bool secure_;
};

}  // namespace tiendo::server
