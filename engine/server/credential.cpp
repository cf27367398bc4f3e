#include "server/credential.hpp"

#include <sodium.h>

#include "base/check.hpp"

namespace tiendo::server {
namespace {

constexpr std::size_t id_bytes = 8;
constexpr std::string_view purpose = "tiendo anti-forgery 1";
constexpr int base64url = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::string in_base64(const std::array<std::uint8_t, 32>& bytes) {
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), base64url), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), base64url);
  text.pop_back();  // the zero at its end
  return text;
}

}  // namespace

void need_sodium() {
  static const bool ready = sodium_init() >= 0;
  check(ready, "libsodium finds a source of random numbers");
}

Credential make_credential() {
  need_sodium();
  Credential made;
  std::array<std::uint8_t, id_bytes> id{};
  randombytes_buf(id.data(), id.size());
  made.id.resize(2 * id.size() + 1);
  sodium_bin2hex(made.id.data(), made.id.size(), id.data(), id.size());
  made.id.pop_back();
  randombytes_buf(made.secret.data(), made.secret.size());
  return made;
}

std::string to_text(const Credential& credential) {
  return credential.id + '.' + in_base64(credential.secret);
}

std::optional<Credential> parse_credential(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  constexpr std::size_t id_size = 2 * id_bytes;
  if (text.size() <= id_size || text[id_size] != '.' ||
      text.substr(0, id_size).find_first_not_of(digits) != std::string_view::npos) {
    return std::nullopt;
  }
  const auto secret = text.substr(id_size + 1);
  Credential read{std::string{text.substr(0, id_size)}, {}};
  std::size_t size = 0;
  const char* end = nullptr;
  if (sodium_base642bin(read.secret.data(), read.secret.size(), secret.data(), secret.size(),
                        nullptr, &size, &end, base64url) != 0 ||
      size != read.secret.size() || end != secret.data() + secret.size()) {
    return std::nullopt;
  }
  return read;
}

port::SecretHash hash_of(const Credential& credential) {
  port::SecretHash hash{};
  crypto_hash_sha256(hash.data(), credential.secret.data(), credential.secret.size());
  return hash;
}

std::string anti_forgery_token(const Credential& credential) {
  std::array<std::uint8_t, 32> token{};
  crypto_generichash(token.data(), token.size(),
                     reinterpret_cast<const unsigned char*>(purpose.data()), purpose.size(),
                     credential.secret.data(), credential.secret.size());
  return in_base64(token);
}

bool same(const port::SecretHash& one, const port::SecretHash& other) noexcept {
  return sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

bool same(std::string_view one, std::string_view other) noexcept {
  return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

}  // namespace tiendo::server
