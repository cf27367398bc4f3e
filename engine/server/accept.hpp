#pragma once

#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace tiendo::server {

/// One choice of a list such as "vi-VN, en;q=0.5".
struct Preference {
  std::string_view name;  // into the text that was read
  int permille = 1000;    // the weight q, 0 (not at all) to 1000
};

/// A list with weights (RFC 9110, 12.4.2), in its order. Parts that are not well formed, and what
/// comes after the 64th, are left out.
[[nodiscard]] std::vector<Preference> read_preferences(std::string_view list);

/// The language of a person by Accept-Language: Vietnamese where neither is asked for, or both are
/// equally welcome.
[[nodiscard]] Language choose_language(std::string_view accept_language);

/// Whether Accept-Encoding lets us send gzip, and does not rather have the plain text.
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

}  // namespace tiendo::server
