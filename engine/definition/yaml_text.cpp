#include "definition/yaml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/fold.hpp"
#include "definition/yaml.hpp"

namespace tiendo::definition {
namespace {

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The place of byte `at`.
Mark place_of(std::string_view text, std::size_t at) {
  Mark mark;
  for (const char byte : text.substr(0, at)) {
    if (byte == '\n') {
      ++mark.line;
      mark.column = 1;
    } else if (!is_continuation(byte)) {
      ++mark.column;
    }
  }
  return mark;
}

/// Bytes before the first that is not UTF-8.
std::size_t valid_prefix(std::string_view text) {
  std::size_t good = 0;
  std::size_t bad = text.size();
  while (bad - good > 1) {
    auto middle = good + (bad - good) / 2;
    while (middle > good && is_continuation(text[middle])) {
      --middle;
    }
    if (middle == good) {
      break;
    }
    (is_utf8(text.substr(good, middle - good)) ? good : bad) = middle;
  }
  return good;
}

std::string with_unix_lines(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != '\r' || i + 1 == bytes.size() || bytes[i + 1] != '\n') {
      text.push_back(bytes[i]);
    }
  }
  return text;
}

/// Whether `text` begins with U+202A to U+202E or U+2066 to U+2069.
bool turns_direction(std::string_view text) {
  if (text.size() < 3 || text[0] != '\xE2') {
    return false;
  }
  const auto last = static_cast<unsigned char>(text[2]);
  return (text[1] == '\x80' && last >= 0xAAU && last <= 0xAEU) ||
         (text[1] == '\x81' && last >= 0xA6U && last <= 0xA9U);
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

/// Whether `text` begins with a control character but line feed and tab, or with one that turns the
/// direction of what is shown.
bool is_unwanted(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text[0]);
  const bool c1 = byte == 0xC2U && text.size() > 1 && static_cast<unsigned char>(text[1]) < 0xA0U;
  return (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F || c1 ||
         turns_direction(text);
}

constexpr std::string_view nul{"\0", 1};

/// The first control character or NUL, tab in the indentation of a line, or character that turns
/// the direction of what is shown (so that a person would read another text than the program).
std::optional<std::size_t> first_unwanted(std::string_view text) {
  bool indenting = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (is_unwanted(text.substr(i)) || (byte == '\t' && indenting)) {
      return i;
    }
    indenting = byte == '\n' || (indenting && byte == ' ');
  }
  return std::nullopt;
}

/// Where so many brackets have opened, one in the other, that the parsers would take memory without
/// end: they read all of them before the first is told. Those in quotes count as well.
std::optional<std::size_t> first_too_deep(std::string_view text) {
  constexpr std::size_t brackets_max = 1'000;
  std::size_t open = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '[' || text[i] == '{') {
      if (++open > brackets_max) {
        return i;
      }
    } else if ((text[i] == ']' || text[i] == '}') && open > 0) {
      --open;
    }
  }
  return std::nullopt;
}

Text unwanted_message(std::string_view text) {
  if (text.front() == '\t') {
    return {"thụt dòng bằng phím tab: thay bằng dấu cách", "a tab indents this line: use spaces"};
  }
  if (turns_direction(text)) {
    return {"có ký tự ẩn đổi chiều chữ (U+202A-202E, U+2066-2069): xóa nó đi",
            "a hidden character that turns the direction of the text (U+202A-202E, U+2066-2069): "
            "take it out"};
  }
  return {"có ký tự điều khiển: xóa nó đi", "a control character: take it out"};
}

}  // namespace

bool shows_as_written(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_unwanted(text.substr(i))) {
      return false;
    }
  }
  return true;
}

bool is_blank(std::string_view text) {
  // no-break, en to hair, zero-width, narrow and ideographic spaces, word joiner, byte order mark
  constexpr std::array<std::string_view, 9> unseen{" ",      "\t",     "\n",     "\u00A0", "\u202F",
                                                   "\u205F", "\u2060", "\u3000", "\uFEFF"};
  while (!text.empty()) {
    const auto found = std::ranges::find_if(
        unseen, [&](std::string_view space) { return text.starts_with(space); });
    if (found != unseen.end()) {
      text.remove_prefix(found->size());
    } else if (text.size() >= 3 && text.starts_with("\xE2\x80") &&
               static_cast<unsigned char>(text[2]) <= 0x8FU) {  // U+2000 to U+200F
      text.remove_prefix(3);
    } else {
      return false;
    }
  }
  return true;
}

std::optional<std::string> clean_text(std::string_view bytes, Findings& findings) {
  if (bytes.size() > file_size_max) {
    constexpr auto megabytes = file_size_max / (1024 * 1024);
    findings.error({}, "too_large",
                   {fmt::format("tệp lớn hơn {} MB: một kế hoạch không dài như vậy, xem lại có "
                                "đúng tệp không",
                                megabytes),
                    fmt::format("the file is larger than {} MB: no plan is, is it the right file?",
                                megabytes)});
    return std::nullopt;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
  }
  if (const auto at = bytes.find(nul); at != std::string_view::npos && !is_utf16(bytes)) {
    findings.error(place_of(bytes, at), "control_character",
                   {"có ký tự NUL (byte 0): xóa nó đi, hoặc xem lại có đúng tệp không",
                    "a NUL character (byte 0): take it out, or is it the right file?"});
    return std::nullopt;
  }
  if (!is_utf8(bytes)) {
    findings.error(place_of(bytes, valid_prefix(bytes)), "not_utf8",
                   {"không phải văn bản UTF-8: lưu lại tệp với bảng mã UTF-8",
                    "not UTF-8 text: save the file as UTF-8"});
    return std::nullopt;
  }
  auto text = to_nfc(with_unix_lines(bytes));
  if (!text) {
    findings.error({}, "not_utf8",
                   {"không đọc được như văn bản Unicode", "cannot be read as Unicode text"});
    return std::nullopt;
  }
  if (const auto at = first_unwanted(*text)) {
    findings.error(place_of(*text, *at), "control_character",
                   unwanted_message(std::string_view{*text}.substr(*at)));
    return std::nullopt;
  }
  if (const auto at = first_too_deep(*text)) {
    findings.error(place_of(*text, *at), "too_deep",
                   {fmt::format("lồng nhau quá {} cấp", depth_max),
                    fmt::format("nested more than {} levels deep", depth_max)});
    return std::nullopt;
  }
  return text;
}

}  // namespace tiendo::definition
