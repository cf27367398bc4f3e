#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "model/ids.hpp"

namespace tiendo::port {

/// Something of a person; `name` says what it is: "email".
struct Secret {
  model::UserId user;
  std::string name;
  std::string value;
};

/// What must be erasable and therefore is not in the journal: addresses at which people are
/// reached. How they prove who they are is kept beside it: accounts.hpp.
class Secrets {
 public:
  Secrets() = default;
  Secrets(const Secrets&) = delete;
  Secrets& operator=(const Secrets&) = delete;
  virtual ~Secrets() = default;

  /// Replaces what was there; all of them or none.
  [[nodiscard]] virtual Result<void> put_all(std::span<const Secret> secrets) = 0;
  [[nodiscard]] Result<void> put(const model::UserId& user, std::string_view name,
                                 std::string_view value) {
    const Secret one{user, std::string{name}, std::string{value}};
    return put_all({&one, 1});
  }

  [[nodiscard]] virtual Result<std::optional<std::string>> get(const model::UserId& user,
                                                               std::string_view name) const = 0;

  /// Everything of this person, password, sessions and tokens too; nothing of it can be read from
  /// the files afterwards.
  [[nodiscard]] virtual Result<void> erase(const model::UserId& user) = 0;
};

}  // namespace tiendo::port
