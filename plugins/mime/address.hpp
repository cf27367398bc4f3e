#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/text.hpp"

namespace tiendo::mime {

/// Where mail goes or comes from.
struct Mailbox {
  std::string address;
  std::string name;  // may be empty
};

/// Why mail cannot go to `address`; nothing where it can. Taken are `name@domain` in plain ASCII,
/// without quotes and comments (RFC 5321, 4.1.2: dot-string and domain): nothing else can stand in
/// a header or on a line of SMTP without being taken for more than an address.
[[nodiscard]] std::optional<Text> why_no_address(std::string_view address);

/// What stands after the `@`.
[[nodiscard]] std::string_view domain_of(std::string_view address) noexcept;

}  // namespace tiendo::mime
