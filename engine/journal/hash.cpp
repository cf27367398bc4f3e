#include "journal/hash.hpp"

#include <openssl/evp.h>

#include <charconv>
#include <iterator>

#include "base/check.hpp"

namespace tiendo::journal {
namespace {

// Looking the algorithm up for every hash would cost more than hashing a row.
const EVP_MD* algorithm() {
  static EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return fetched;
}

template <class Number>
std::string_view decimal(Number number, char (&digits)[24]) {
  const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
  return {digits, static_cast<std::size_t>(end - digits)};
}

// LENGTH:BYTES, so that no two rows have the same bytes.
void append_netstring(std::string& out, std::string_view bytes) {
  char digits[24];
  out += decimal(bytes.size(), digits);
  out += ':';
  out += bytes;
  out += ',';
}

template <class Number>
void append_number(std::string& out, Number number) {
  char digits[24];
  append_netstring(out, decimal(number, digits));
}

}  // namespace

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  check(context_ != nullptr && EVP_DigestInit_ex2(context_, algorithm(), nullptr) == 1,
        "SHA-256 can be had");
}

Sha256::~Sha256() {
  EVP_MD_CTX_free(context_);
}

void Sha256::add(std::string_view bytes) {
  check(EVP_DigestUpdate(context_, bytes.data(), bytes.size()) == 1, "SHA-256 takes bytes");
}

Hash Sha256::finish() {
  Hash hash;
  check(EVP_DigestFinal_ex(context_, hash.data(), nullptr) == 1 &&
            EVP_DigestInit_ex2(context_, nullptr, nullptr) == 1,
        "SHA-256 comes to an end");
  return hash;
}

Hash sha256(std::string_view bytes) {
  thread_local Sha256 sha;
  sha.add(bytes);
  return sha.finish();
}

Hash row_hash(const Hash& previous, const Row& row) {
  thread_local std::string bytes;
  bytes.assign(reinterpret_cast<const char*>(previous.data()), previous.size());
  append_netstring(bytes, row.stream);
  append_number(bytes, row.version);
  append_number(bytes, row.at.time_since_epoch().count());
  append_netstring(bytes, row.actor);
  append_netstring(bytes, row.on_behalf);
  append_netstring(bytes, row.document);
  append_number(bytes, row.plan_version);
  append_netstring(bytes, row.type);
  append_number(bytes, row.schema);
  append_netstring(bytes, row.payload);
  return sha256(bytes);
}

std::string to_hex(const Hash& hash) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * hash.size());
  for (const std::uint8_t byte : hash) {
    hex += digits[byte >> 4];
    hex += digits[byte & 15];
  }
  return hex;
}

std::optional<Hash> parse_hash(std::string_view hex) {
  const auto value = [](char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
  };
  Hash hash;
  if (hex.size() != 2 * hash.size()) return std::nullopt;
  for (std::size_t i = 0; i < hash.size(); ++i) {
    const int high = value(hex[2 * i]);
    const int low = value(hex[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    hash[i] = static_cast<std::uint8_t>(high << 4 | low);
  }
  return hash;
}

}  // namespace tiendo::journal
