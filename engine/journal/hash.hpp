#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "journal/row.hpp"

// The one place that knows the library of the hash; other rooms need no header of it.
struct evp_md_ctx_st;

namespace tiendo::journal {

/// SHA-256 of what is added to it, piece by piece. Can be used again after `finish`.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes);
  [[nodiscard]] Hash finish();

 private:
  evp_md_ctx_st* context_;
};

[[nodiscard]] Hash sha256(std::string_view bytes);

/// The hash of `row` after the row of its stream with the hash `previous` (32 zero bytes before the
/// first): SHA-256 over `previous` and a netstring of every field but position and hash. So a row
/// stands for all rows before it in its stream. FORMAT.md, "hash". Any thread.
[[nodiscard]] Hash row_hash(const Hash& previous, const Row& row);

/// 64 lower-case hexadecimal digits.
[[nodiscard]] std::string to_hex(const Hash& hash);
/// Exactly what `to_hex` writes.
[[nodiscard]] std::optional<Hash> parse_hash(std::string_view hex);

}  // namespace tiendo::journal
