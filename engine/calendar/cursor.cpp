#include "calendar/cursor.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace tiendo::calendar {
namespace {

using Numeral = std::pair<std::string_view, int>;

constexpr std::array<Numeral, 15> numerals{{{"không", 0},
                                            {"một", 1},
                                            {"mốt", 1},
                                            {"hai", 2},
                                            {"ba", 3},
                                            {"bốn", 4},
                                            {"tư", 4},
                                            {"năm", 5},
                                            {"lăm", 5},
                                            {"sáu", 6},
                                            {"bảy", 7},
                                            {"bẩy", 7},
                                            {"tám", 8},
                                            {"chín", 9},
                                            {"mười", 10}}};

constexpr std::array<std::string_view, 12> romans{"i",   "ii",   "iii", "iv", "v",  "vi",
                                                  "vii", "viii", "ix",  "x",  "xi", "xii"};

std::optional<int> numeral(const Token& token) {
  if (token.kind != Token::Kind::word) {
    return std::nullopt;
  }
  const auto* found = std::ranges::find(numerals, token.text, &Numeral::first);
  return found == numerals.end() ? std::nullopt : std::optional{found->second};
}

/// The last digit after ten or tens. "mười năm" is ten years: fifteen is "mười lăm".
int read_last_digit(Cursor& cursor) {
  const auto digit = numeral(cursor.peek());
  if (!digit || *digit == 0 || *digit == 10 || cursor.sees("năm")) {
    return 0;
  }
  cursor.skip();
  return *digit;
}

}  // namespace

const Token& Cursor::peek(std::ptrdiff_t ahead) const noexcept {
  static const Token nothing{};
  const auto index = static_cast<std::ptrdiff_t>(at_) + ahead;
  return index >= 0 && index < std::ssize(tokens_) ? tokens_[static_cast<std::size_t>(index)]
                                                   : nothing;
}

std::size_t Cursor::match(std::string_view words) const noexcept {
  std::size_t count = 0;
  while (!words.empty()) {
    const auto space = words.find(' ');
    const auto word = words.substr(0, space);
    const auto& token = peek(static_cast<std::ptrdiff_t>(count));
    const bool readable = token.kind == Token::Kind::word || token.kind == Token::Kind::mark;
    if (!readable || token.text != word) {
      return 0;
    }
    ++count;
    words = space == std::string_view::npos ? std::string_view{} : words.substr(space + 1);
  }
  return count;
}

bool Cursor::sees(std::string_view words) const noexcept {
  return match(words) != 0;
}

bool Cursor::sees_any(std::initializer_list<std::string_view> choices) const noexcept {
  return std::ranges::any_of(choices, [&](std::string_view words) { return sees(words); });
}

bool Cursor::accept(std::string_view words) noexcept {
  const auto count = match(words);
  at_ += count;
  return count != 0;
}

bool Cursor::accept_any(std::initializer_list<std::string_view> choices) noexcept {
  return std::ranges::any_of(choices, [&](std::string_view words) { return accept(words); });
}

std::optional<int> read_count(Cursor& cursor) {
  if (cursor.is_number()) {
    const int value = cursor.peek().value;
    cursor.skip();
    return value;
  }
  const auto first = numeral(cursor.peek());
  if (!first) {
    return std::nullopt;
  }
  cursor.skip();
  if (*first == 10) {
    return 10 + read_last_digit(cursor);
  }
  if (*first >= 2 && cursor.accept_any({"mươi", "mười"})) {
    return *first * 10 + read_last_digit(cursor);
  }
  return first;
}

std::optional<int> read_roman(Cursor& cursor) {
  if (!cursor.is_word()) {
    return std::nullopt;
  }
  const auto* found = std::ranges::find(romans, cursor.peek().text);
  if (found == romans.end()) {
    return std::nullopt;
  }
  cursor.skip();
  return static_cast<int>(found - romans.begin()) + 1;
}

bool is_year(const Token& token) {
  return is_four_digits(token) && token.value >= 1900 && token.value < 2200;
}

bool is_four_digits(const Token& token) {
  return token.kind == Token::Kind::number && token.digits == 4;
}

}  // namespace tiendo::calendar
