#include "server/passwords.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <set>

#include "base/check.hpp"
#include "base/fold.hpp"
#include "server/credential.hpp"

namespace tiendo::server {
namespace {

// Folded, without spaces. What is shorter than ten characters is refused anyway.
constexpr std::array<std::string_view, 32> common{
    "0123456789",    "1234567890",   "12345678910",  "123456789a",   "1234567891",  "0987654321",
    "9876543210",    "1q2w3e4r5t",   "1qaz2wsx3edc", "qwertyuiop",   "qwerty12345", "qwerty123456",
    "asdfghjkl;",    "abcdefghij",   "abcd123456",   "abc1234567",   "a123456789",  "password12",
    "password123",   "password1234", "iloveyou123",  "letmein123",   "welcome123",  "admin12345",
    "administrator", "matkhau123",   "matkhau1234",  "matkhau12345", "anhyeuem123", "emyeuanh123",
    "vietnam123",    "hoptacxa123"};

constexpr std::size_t different_min = 5;        // characters
constexpr std::size_t beside_the_name_min = 4;  // bytes

std::size_t count_characters(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::ranges::count_if(utf8, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

Text too_common() {
  return {"mật khẩu này quá dễ đoán; hãy chọn mật khẩu khác, chẳng hạn vài từ không liên quan",
          "this password is too easy to guess; choose another, for instance a few unrelated words"};
}

Error no_memory() {
  return {{"không đủ bộ nhớ để kiểm tra mật khẩu; hãy thử lại sau giây lát",
           "there is not enough memory to check a password; try again in a moment"},
          {}};
}

template <std::size_t Size>
std::string random_base64() {
  constexpr int variant = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;
  std::array<std::uint8_t, Size> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char, sodium_base64_ENCODED_LEN(Size, variant)> text{};
  return sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
}

/// A hash that no password has, with salt and tag as long as those of libsodium. Random bytes do:
/// hashing something would cost the start of the program a tenth of a second.
std::string made_up_hash(const PasswordCost& cost) {
  need_sodium();
  return fmt::format("$argon2id$v=19$m={},t={},p=1${}${}", cost.memory / 1024, cost.passes,
                     random_base64<16>(), random_base64<32>());
}

}  // namespace

Passwords::Passwords(PasswordCost cost) : cost_{cost}, nobodys_hash_{made_up_hash(cost)} {
  check(crypto_pwhash_str_needs_rehash(nobodys_hash_.c_str(), cost.passes, cost.memory) == 0,
        "what nobody's password is proved by reads like any other hash");
}

Result<std::string> Passwords::hash(std::string_view password) const {
  need_sodium();
  const auto normal = to_nfc(password).value_or(std::string{password});
  std::array<char, crypto_pwhash_STRBYTES> hashed{};
  if (crypto_pwhash_str_alg(hashed.data(), normal.data(), normal.size(), cost_.passes, cost_.memory,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return no_memory();
  }
  return std::string{hashed.data()};
}

Result<Passwords::Proof> Passwords::prove(const std::string& hash,
                                          std::string_view password) const {
  need_sodium();
  const auto normal = to_nfc(password).value_or(std::string{password});
  const auto& against = hash.empty() ? nobodys_hash_ : hash;
  errno = 0;
  if (crypto_pwhash_str_verify(against.c_str(), normal.data(), normal.size()) != 0) {
    if (errno == ENOMEM) {
      return no_memory();
    }
    return Proof{};
  }
  if (hash.empty()) {
    return Proof{};
  }
  Proof proof{true, {}};
  if (crypto_pwhash_str_needs_rehash(hash.c_str(), cost_.passes, cost_.memory) != 0) {
    // Where there is no memory for it now, the next time will do.
    if (auto hashed = this->hash(normal)) {
      proof.hashed_anew = std::move(*hashed);
    }
  }
  return proof;
}

std::optional<Text> why_unfit(std::string_view password, const model::UserId& user) {
  const auto normal = to_nfc(password);
  if (!normal) {
    return Text{"mật khẩu không phải là văn bản UTF-8", "the password is no text in UTF-8"};
  }
  const auto length = count_characters(*normal);
  if (length < password_length_min || length > password_length_max) {
    return Text{fmt::format("mật khẩu có {} ký tự; hãy dùng từ {} đến {} ký tự", length,
                            password_length_min, password_length_max),
                fmt::format("the password has {} characters; use {} to {}", length,
                            password_length_min, password_length_max)};
  }
  auto plain = fold(*normal);
  std::erase(plain, ' ');
  if (std::set<char>(plain.begin(), plain.end()).size() < different_min ||
      std::ranges::find(common, plain) != common.end()) {
    return too_common();
  }
  const auto name = fold(user.str());
  if (!name.empty() && plain.find(name) != std::string::npos &&
      plain.size() < name.size() + beside_the_name_min) {
    return Text{"mật khẩu gần như là tên đăng nhập; hãy chọn mật khẩu khác",
                "the password is hardly more than the name of the user; choose another"};
  }
  return std::nullopt;
}

std::string generate_password() {
  need_sodium();
  // Without i, l, o, 0 and 1.
  constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789";
  constexpr int groups = 4;
  constexpr int group_size = 4;
  std::string password;
  for (int i = 0; i < groups * group_size; ++i) {
    if (i > 0 && i % group_size == 0) {
      password += '-';
    }
    password += letters[randombytes_uniform(static_cast<std::uint32_t>(letters.size()))];
  }
  return password;
}

}  // namespace tiendo::server
