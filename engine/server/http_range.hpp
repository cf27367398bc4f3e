#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

namespace tiendo::server {

struct ByteRange {
  std::uint64_t first = 0;
  std::uint64_t length = 0;

  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};
struct WholeFile {
  friend bool operator==(const WholeFile&, const WholeFile&) = default;
};
struct NoSuchRange {
  friend bool operator==(const NoSuchRange&, const NoSuchRange&) = default;
};

/// What the header Range asks of `size` bytes (RFC 9110, 14.2). Several ranges, another unit and
/// what cannot be read mean the whole, as the RFC allows.
[[nodiscard]] std::variant<WholeFile, ByteRange, NoSuchRange> read_range(std::string_view header,
                                                                         std::uint64_t size);

}  // namespace tiendo::server
