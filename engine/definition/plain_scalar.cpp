#include "definition/plain_scalar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>

namespace tiendo::definition {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

/// `-?(0|[1-9][0-9]*)`
bool is_integer(std::string_view text) {
  if (text.starts_with('-')) {
    text.remove_prefix(1);
  }
  return all_digits(text) && (text.size() == 1 || text.front() != '0');
}

/// A whole number, a point, digits.
bool is_decimal(std::string_view text) {
  const auto point = text.find('.');
  return point != std::string_view::npos && is_integer(text.substr(0, point)) &&
         all_digits(text.substr(point + 1));
}

/// `1.000`: one, or in Vietnam a thousand.
bool has_thousands(std::string_view decimal) {
  if (decimal.starts_with('-')) {
    decimal.remove_prefix(1);
  }
  const auto point = decimal.find('.');
  return decimal.front() != '0' && point <= 3 && decimal.size() - point - 1 == 3;
}

/// Digits with what other readers of YAML take into a number: `010`, `+5`, `0x1F`, `1_000`, `1e3`,
/// `7:30`, `.5`, `5.`, `.inf`.
bool is_number_elsewhere(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) {
    text.remove_prefix(1);
  }
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  std::string folded;
  std::ranges::transform(text, std::back_inserter(folded), lower);
  if (folded == ".inf" || folded == ".nan") {
    return true;
  }
  if (folded.starts_with("0x")) {
    return folded.size() > 2 &&
           folded.find_first_not_of("0123456789abcdef_", 2) == std::string::npos;
  }
  if (folded.starts_with("0o") || folded.starts_with("0b")) {
    return folded.size() > 2 && folded.find_first_not_of("01234567_", 2) == std::string::npos;
  }
  const auto exponent = folded.find('e');
  if (exponent != std::string::npos) {
    auto power = std::string_view{folded}.substr(exponent + 1);
    if (power.starts_with('-') || power.starts_with('+')) {
      power.remove_prefix(1);
    }
    if (!all_digits(power)) {
      return false;
    }
    folded.resize(exponent);
  }
  return folded.find_first_not_of("0123456789_.:") == std::string::npos &&
         std::ranges::count(folded, '.') <= 1 && !folded.starts_with(':') &&
         !folded.ends_with(':') && !folded.starts_with('_') &&
         std::ranges::any_of(folded, is_digit);
}

Text unclear(std::string_view text, std::string_view remedy_vi, std::string_view remedy_en) {
  return {fmt::format("\"{}\" có thể hiểu theo nhiều cách: viết {}", text, remedy_vi),
          fmt::format("\"{}\" is understood in several ways: write {}", text, remedy_en)};
}

Text what_to_write(std::string_view text) {
  const auto first = text.find_first_not_of("+0");
  const auto quoted = fmt::format("\"{}\"", text);
  if (first != std::string_view::npos && all_digits(text.substr(first))) {
    return unclear(text, fmt::format("{} nếu là số, {} nếu là chữ", text.substr(first), quoted),
                   fmt::format("{} or {}", text.substr(first), quoted));
  }
  if (text.find(':') != std::string_view::npos) {
    return unclear(text, quoted, quoted);
  }
  return unclear(text, fmt::format("số thập phân thường (như 12 hoặc 1.5), hoặc {}", quoted),
                 fmt::format("a plain decimal number (12 or 1.5), or {}", quoted));
}

/// `1.000` → `1.0`, `1.234` → `1.2340`: no thousand any more.
std::string as_fraction(std::string_view text) {
  std::string fraction{text.substr(0, text.find_last_not_of('0') + 1)};
  if (fraction.size() == text.size() || fraction.ends_with('.')) {
    fraction += '0';
  }
  return fraction;
}

PlainScalar read_decimal(std::string_view text) {
  if (has_thousands(text)) {
    std::string thousands{text};
    std::erase(thousands, '.');
    const std::string fraction = as_fraction(text);
    return {std::string{text},
            unclear(text,
                    fmt::format("{} nếu là hàng nghìn, {} nếu là số thập phân, hoặc \"{}\"",
                                thousands, fraction, text),
                    fmt::format("{} for thousands, {} for a fraction, or \"{}\"", thousands,
                                fraction, text))};
  }
  double value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc{} || end != text.data() + text.size()) {
    return {std::string{text}, what_to_write(text)};
  }
  return {value, std::nullopt};
}

PlainScalar read_integer(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc{} || end != text.data() + text.size()) {
    return {
        std::string{text},
        Text{fmt::format("số {} quá lớn: viết \"{}\" nếu là chữ", text, text),
             fmt::format("the number {} is too large: write \"{}\" if it is a text", text, text)}};
  }
  return {value, std::nullopt};
}

}  // namespace

PlainScalar read_plain_scalar(std::string_view text) {
  if (text == "true" || text == "false") {
    return {text == "true", std::nullopt};
  }
  const bool may_be_number = !text.empty() && (is_digit(text.front()) || text.front() == '-' ||
                                               text.front() == '+' || text.front() == '.');
  if (!may_be_number) {
    return {std::string{text}, std::nullopt};
  }
  if (is_integer(text)) {
    return read_integer(text);
  }
  if (is_decimal(text)) {
    return read_decimal(text);
  }
  if (is_number_elsewhere(text)) {
    return {std::string{text}, what_to_write(text)};
  }
  return {std::string{text}, std::nullopt};
}

}  // namespace tiendo::definition
