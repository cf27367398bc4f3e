#include <algorithm>
#include <array>
#include <cstdint>

#include "mime/encoding.hpp"

namespace tiendo::mime {
namespace {

constexpr std::string_view digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::size_t line_length = 76;  // RFC 2045, 6.8

/// The digits of up to three bytes, filled up with '='.
void add_group(std::string& out, std::string_view bytes) {
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    bits = (bits << 8U) | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
  }
  for (std::size_t i = 0; i < 4; ++i) {
    out += i <= bytes.size() ? digits[(bits >> (18U - 6U * i)) & 63U] : '=';
  }
}

}  // namespace

std::string to_base64(std::string_view bytes) {
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) add_group(out, bytes.substr(i, 3));
  return out;
}

std::string to_base64_lines(std::string_view bytes) {
  const auto all = to_base64(bytes);
  std::string out;
  for (std::size_t i = 0; i < all.size(); i += line_length) {
    out.append(all, i, line_length).append("\r\n");
  }
  return out;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string out;
  std::uint32_t bits = 0;
  std::size_t count = 0;  // digits and fillers
  std::size_t fillers = 0;
  for (const char c : text) {
    if (c == '\r' || c == '\n') continue;
    const auto value = digits.find(c);
    if (c != '=' && (value == std::string_view::npos || fillers > 0)) return std::nullopt;
    fillers += c == '=' ? 1U : 0U;
    bits = (bits << 6U) | (c == '=' ? 0U : static_cast<std::uint32_t>(value));
    if (++count % 4 != 0) continue;
    for (const unsigned shift : {16U, 8U, 0U}) out += static_cast<char>((bits >> shift) & 255U);
  }
  if (count % 4 != 0 || fillers > 2 || fillers > out.size()) return std::nullopt;
  out.resize(out.size() - fillers);
  return out;
}

}  // namespace tiendo::mime
