#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "port/accounts.hpp"

namespace tiendo::server {

/// By which a session or a token is known again: a public id, under which it is found, and 256
/// random bits, of which only the hash is kept.
struct Credential {
  std::string id;  // 16 hexadecimal digits
  std::array<std::uint8_t, 32> secret{};
};

[[nodiscard]] Credential make_credential();

/// `id.secret`, the secret in base64url: what a cookie or a header can carry.
[[nodiscard]] std::string to_text(const Credential& credential);
/// Exactly what `to_text` writes.
[[nodiscard]] std::optional<Credential> parse_credential(std::string_view text);

[[nodiscard]] port::SecretHash hash_of(const Credential& credential);

/// The token against forged requests of a session. It follows from the secret, so that it need not
/// be kept, and the secret does not follow from it.
[[nodiscard]] std::string anti_forgery_token(const Credential& credential);

/// In a time that says nothing of where they differ.
[[nodiscard]] bool same(const port::SecretHash& one, const port::SecretHash& other) noexcept;
[[nodiscard]] bool same(std::string_view one, std::string_view other) noexcept;

/// Makes libsodium ready; every file of this room that calls it says so first. Any thread.
void need_sodium();

}  // namespace tiendo::server
