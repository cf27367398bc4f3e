#include "base/id.hpp"

#include <algorithm>

namespace tiendo {

bool is_letter_or_digit(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_id(std::string_view text) noexcept {
  return !text.empty() && text.size() <= id_bytes_max && is_letter_or_digit(text.front()) &&
         std::ranges::all_of(text,
                             [](char c) { return is_letter_or_digit(c) || c == '-' || c == '_'; });
}

}  // namespace tiendo
