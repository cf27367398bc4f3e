#include "server/kept_reason.hpp"

#include <algorithm>
#include <charconv>

#include "server/http_message.hpp"

namespace tiendo::server {
namespace {

constexpr std::string_view instead = "…";
constexpr std::size_t local_bytes_min = 3;      // shorter ones are parts of other words
constexpr std::size_t digits_in_a_row_max = 6;  // a telephone number has more
constexpr std::size_t digits_max = 8;           // the same, written in groups

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter_or_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_of_domain(char c) {
  return is_letter_or_digit(c) || std::string_view{".-_[]:"}.find(c) != std::string_view::npos;
}

/// RFC 5322, 3.2.3 and RFC 6532.
bool is_of_local_part(char c) {
  return is_letter_or_digit(c) ||
         std::string_view{"!#$%&'*+-/=?^_`{|}~."}.find(c) != std::string_view::npos;
}

/// `word` in any letters, where it stands by itself.
void replace_word(std::string& text, std::string_view word) {
  if (word.empty()) {
    return;
  }
  for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
    const auto end = at + word.size();
    const bool begins = at == 0 || !is_letter_or_digit(text[at - 1]);
    const bool ends = end == text.size() || !is_letter_or_digit(text[end]);
    if (begins && ends &&
        equal_ignoring_case(std::string_view{text}.substr(at, word.size()), word)) {
      text.replace(at, word.size(), instead);
    }
  }
}

/// Where the local part before the @ at `at` begins.
std::size_t begin_of_local_part(const std::string& text, std::size_t at) {
  if (at > 0 && text[at - 1] == '"') {
    const auto opens = at < 2 ? std::string::npos : text.rfind('"', at - 2);
    return opens == std::string::npos ? at - 1 : opens;
  }
  auto begin = at;
  while (begin > 0 && is_of_local_part(text[begin - 1])) {
    --begin;
  }
  return begin;
}

void replace_addresses(std::string& text) {
  for (auto at = text.find('@'); at != std::string::npos; at = text.find('@', at)) {
    const auto begin = begin_of_local_part(text, at);
    auto end = at + 1;
    while (end < text.size() && is_of_domain(text[end])) {
      ++end;
    }
    while (end > at + 1 && (text[end - 1] == '.' || text[end - 1] == ':')) {
      --end;  // of the sentence
    }
    if (begin == at || end == at + 1) {
      ++at;
      continue;
    }
    text.replace(begin, end - begin, instead);
    at = begin + instead.size();
  }
}

/// "203.0.113.7": of a machine, and of use to whoever has to mend it.
bool is_machine_address(std::string_view text) {
  for (int part = 0; part < 4; ++part) {
    const auto length = std::min(text.find('.'), text.size());
    unsigned value = 256;
    const auto read = std::from_chars(text.data(), text.data() + length, value);
    const bool last = length == text.size();
    if (read.ptr != text.data() + length || value > 255 || (length > 1 && text.front() == '0') ||
        last != (part == 3)) {
      return false;
    }
    text.remove_prefix(std::min(length + 1, text.size()));
  }
  return true;
}

/// A run of digits that begins at `begin`, in groups: one blank, dot, dash or parenthesis or two
/// may stand between them.
struct Digits {
  std::size_t end = 0;
  std::size_t count = 0;
  std::size_t in_a_row = 0;
};
Digits digits_from(std::string_view text, std::size_t begin) {
  Digits run{begin, 0, 0};
  std::size_t row = 0;
  for (auto at = begin; at < text.size() && at - run.end <= 2; ++at) {
    if (is_digit(text[at])) {
      row = at == run.end ? row + 1 : 1;
      run = {at + 1, run.count + 1, std::max(run.in_a_row, row)};
    } else if (std::string_view{" .-)/"}.find(text[at]) == std::string_view::npos) {
      break;
    }
  }
  return run;
}

void replace_numbers(std::string& text) {
  for (auto at = std::size_t{0}; at < text.size(); ++at) {
    if (!is_digit(text[at])) {
      continue;
    }
    const auto run = digits_from(text, at);
    const bool is_long = run.in_a_row > digits_in_a_row_max || run.count > digits_max;
    if (!is_long || is_machine_address(std::string_view{text}.substr(at, run.end - at))) {
      at = run.end - 1;
      continue;
    }
    const auto begin = at > 0 && text[at - 1] == '+' ? at - 1 : at;
    text.replace(begin, run.end - begin, instead);
    at = begin + instead.size() - 1;
  }
}

/// How much of the beginning is "550 5.1.1 ", "421-" or "550 " (RFC 5321, 4.2; RFC 3463, 2).
std::size_t bytes_of_codes(std::string_view text) {
  const auto digits = [&](std::size_t from) {
    const auto end =
        std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), is_digit);
    return static_cast<std::size_t>(end - text.begin()) - from;
  };
  if (digits(0) != 3 || text.size() < 4 || (text[3] != ' ' && text[3] != '-')) {
    return 0;
  }
  auto end = std::size_t{4};
  for (int part = 0; part < 3; ++part) {
    const auto length = digits(end);
    end += length;
    const char follows = part < 2 ? '.' : ' ';
    if (length == 0 || length > 3 || end == text.size() || text[end] != follows) {
      return 4;
    }
    ++end;
  }
  return end;
}

}  // namespace

std::string kept_reason(std::string_view reason, std::string_view address) {
  const auto codes = bytes_of_codes(reason);
  std::string rest{reason.substr(codes)};
  replace_word(rest, address);
  replace_addresses(rest);
  const auto local = address.substr(0, address.rfind('@'));
  if (local.size() >= local_bytes_min) {
    replace_word(rest, local);
  }
  replace_numbers(rest);
  return std::string{reason.substr(0, codes)} + rest;
}

}  // namespace tiendo::server
