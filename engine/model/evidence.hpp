#pragma once

#include <cstdint>
#include <string>

namespace tiendo::model {

/// A file that shows what was done: tài liệu, sản phẩm.
struct Evidence {
  std::string hash;        // SHA-256 of the content, 64 lower-case hexadecimal digits
  std::string name;        // as the person's file was called
  std::string media_type;  // "application/pdf"; may be empty
  std::uint64_t size = 0;  // bytes

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

}  // namespace tiendo::model
