#include "mime/address.hpp"

#include <algorithm>

#include "base/id.hpp"

namespace tiendo::mime {
namespace {

// RFC 5321, 4.5.3.1, and RFC 1035, 2.3.4.
constexpr std::size_t local_bytes_max = 64;
constexpr std::size_t address_bytes_max = 254;
constexpr std::size_t label_bytes_max = 63;

bool is_atom(std::string_view part) {
  constexpr std::string_view marks = "!#$%&'*+-/=?^_`{|}~";  // RFC 5322, 3.2.3
  return !part.empty() && std::all_of(part.begin(), part.end(), [&](char c) {
    return is_letter_or_digit(c) || marks.find(c) != std::string_view::npos;
  });
}

bool is_label(std::string_view part) {
  return !part.empty() && part.size() <= label_bytes_max && part.front() != '-' &&
         part.back() != '-' && std::all_of(part.begin(), part.end(), [](char c) {
           return is_letter_or_digit(c) || c == '-';
         });
}

/// Whether every part between the dots is as it should be.
bool are_parts(std::string_view dotted, bool (*is_part)(std::string_view)) {
  for (;;) {
    const auto dot = dotted.find('.');
    if (!is_part(dotted.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    dotted.remove_prefix(dot + 1);
  }
}

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

}  // namespace

std::string_view domain_of(std::string_view address) noexcept {
  const auto at = address.rfind('@');
  return at == std::string_view::npos ? std::string_view{} : address.substr(at + 1);
}

std::optional<Text> why_no_address(std::string_view address) {
  if (address.empty()) return Text{"chưa có địa chỉ thư", "there is no address"};
  if (!is_plain(address)) {
    return Text{"địa chỉ thư có dấu cách, xuống dòng hoặc chữ có dấu; hãy viết như an@example.vn",
                "the address has blanks, line breaks or letters with marks; write it like "
                "an@example.vn"};
  }
  const auto at = address.rfind('@');
  if (address.size() > address_bytes_max || at == std::string_view::npos || at > local_bytes_max ||
      !are_parts(address.substr(0, at), is_atom) || !are_parts(domain_of(address), is_label)) {
    return Text{"không phải là địa chỉ thư; hãy viết như an@example.vn",
                "this is not an address; write it like an@example.vn"};
  }
  return std::nullopt;
}

}  // namespace tiendo::mime
