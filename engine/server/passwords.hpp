#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/text.hpp"
#include "model/ids.hpp"

namespace tiendo::server {

/// What one hash costs whoever guesses, and us: about a tenth of a second. RFC 9106, section 4, the
/// second recommendation, on one lane; the memory is held while it is worked out.
struct PasswordCost {
  unsigned long long passes = 3;
  std::size_t memory = std::size_t{64} << 20;  // bytes
};

/// Hashes passwords with Argon2id and proves them. A password counts in normal form C, so that it
/// is the same from every keyboard. All of it is hard work: any thread, the caller sees to it that
/// there are one or two at a time.
class Passwords {
 public:
  explicit Passwords(PasswordCost cost = {});

  /// An error where there is no memory for it.
  [[nodiscard]] Result<std::string> hash(std::string_view password) const;

  struct Proof {
    bool right = false;
    std::string hashed_anew;  // where it is right, and was hashed at another cost; else empty
  };
  /// An empty `hash` (there is no such person) and one of another program are proved by nothing;
  /// the first takes as long as any.
  [[nodiscard]] Result<Proof> prove(const std::string& hash, std::string_view password) const;

 private:
  PasswordCost cost_;
  std::string nobodys_hash_;  // no password has it
};

inline constexpr std::size_t password_length_min = 10;   // characters
inline constexpr std::size_t password_length_max = 200;  // characters

/// Why `user` may not have this password, and which he may; nothing where he may.
[[nodiscard]] std::optional<Text> why_unfit(std::string_view password, const model::UserId& user);

/// One to be read aloud and typed: `kfm3-w7px-9hae-tz4c`, 79 bits, without what looks alike.
[[nodiscard]] std::string generate_password();

}  // namespace tiendo::server
