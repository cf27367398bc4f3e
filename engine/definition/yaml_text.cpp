#include "definition/yaml_text.hpp"

#include <fmt/format.h>

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

/// The first control character, or tab in the indentation of a line.
std::optional<std::size_t> first_unwanted(std::string_view text) {
  bool indenting = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c1 =
        byte == 0xC2U && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0U;
    if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F || c1 ||
        (byte == '\t' && indenting)) {
      return i;
    }
    indenting = byte == '\n' || (indenting && byte == ' ');
  }
  return std::nullopt;
}

Text unwanted_message(char byte) {
  if (byte == '\t') {
    return {"thụt dòng bằng phím tab: thay bằng dấu cách", "a tab indents this line: use spaces"};
  }
  return {"có ký tự điều khiển: xóa nó đi", "a control character: take it out"};
}

}  // namespace

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
    findings.error(place_of(*text, *at), "control_character", unwanted_message((*text)[*at]));
    return std::nullopt;
  }
  return text;
}

}  // namespace tiendo::definition
