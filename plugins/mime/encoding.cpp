#include "mime/encoding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/fold.hpp"
#include "base/id.hpp"

namespace tiendo::mime {
namespace {

constexpr std::size_t line_length = 76;  // of a line with an encoded word: RFC 2047, 2
constexpr std::string_view word_begin = "=?UTF-8?B?";
constexpr std::string_view word_end = "?=";

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// As many whole characters as fit into `bytes`.
std::string_view head(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && is_continuation(text[bytes])) --bytes;
  return text.substr(0, bytes);
}

std::string encoded_words(std::string_view text, std::size_t column) {
  std::string out;
  while (!text.empty()) {
    const auto room = line_length - column - word_begin.size() - word_end.size();
    const auto piece = head(text, room / 4 * 3);
    if (!out.empty()) out += "\r\n ";
    out.append(word_begin).append(to_base64(piece)).append(word_end);
    text.remove_prefix(piece.size());
    column = 1;
  }
  return out;
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string out{text};
  std::replace_if(
      out.begin(), out.end(), [](char c) { return is_ascii(c) && (c < ' ' || c == '\x7f'); }, ' ');
  if (!is_utf8(out)) {
    std::replace_if(
        out.begin(), out.end(), [](char c) { return !is_ascii(c); }, '?');
  }
  return out;
}

std::string to_header_text(std::string_view text, std::size_t column) {
  const auto line = one_line(text);
  const bool is_plain = std::all_of(line.begin(), line.end(), is_ascii) &&
                        line.find("=?") == std::string::npos && column + line.size() <= line_length;
  return is_plain ? line : encoded_words(line, column);
}

std::optional<std::string> from_header_text(std::string_view text) {
  if (!text.starts_with(word_begin)) return std::string{text};
  std::string out;
  while (!text.empty()) {
    const auto end = text.find(word_end, word_begin.size());
    if (!text.starts_with(word_begin) || end == std::string_view::npos) return std::nullopt;
    const auto piece = from_base64(text.substr(word_begin.size(), end - word_begin.size()));
    if (!piece) return std::nullopt;
    out += *piece;
    text.remove_prefix(end + word_end.size());
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  }
  return out;
}

std::string to_plain_id(std::string_view id) {
  std::string out;
  for (const char c : id) {
    if (is_letter_or_digit(c) || c == '-' || c == '_') {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string from_plain_id(std::string_view plain) {
  std::string out;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    unsigned char byte = 0;
    const auto* digits = plain.data() + i + 1;
    if (plain[i] == '%' && i + 2 < plain.size() &&
        std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
      out += static_cast<char>(byte);
      i += 2;
    } else {
      out += plain[i];
    }
  }
  return out;
}

}  // namespace tiendo::mime
