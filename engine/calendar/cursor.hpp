#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "calendar/token.hpp"

namespace tiendo::calendar {

/// A place in a phrase. Reading moves it; whoever fails sets it back.
class Cursor {
 public:
  explicit Cursor(std::span<const Token> tokens, std::size_t at = 0) : tokens_(tokens), at_(at) {}

  [[nodiscard]] std::size_t at() const noexcept { return at_; }
  void set(std::size_t at) noexcept { at_ = at; }
  void skip(std::size_t count = 1) noexcept { at_ += count; }
  [[nodiscard]] bool done() const noexcept { return at_ >= tokens_.size(); }

  /// The token so far ahead; one that is nothing past the end, before the beginning.
  [[nodiscard]] const Token& peek(std::ptrdiff_t ahead = 0) const noexcept;
  [[nodiscard]] bool is_number(std::ptrdiff_t ahead = 0) const noexcept {
    return peek(ahead).kind == Token::Kind::number;
  }
  [[nodiscard]] bool is_word(std::ptrdiff_t ahead = 0) const noexcept {
    return peek(ahead).kind == Token::Kind::word;
  }
  /// A token with no space between it and the one before.
  [[nodiscard]] bool is_glued(std::ptrdiff_t ahead) const noexcept { return !peek(ahead).spaced; }

  /// Whether the words or marks come next; several are parted by one space.
  [[nodiscard]] bool sees(std::string_view words) const noexcept;
  [[nodiscard]] bool sees_any(std::initializer_list<std::string_view> choices) const noexcept;
  /// Steps over them if they do.
  bool accept(std::string_view words) noexcept;
  bool accept_any(std::initializer_list<std::string_view> choices) noexcept;

 private:
  [[nodiscard]] std::size_t match(std::string_view words) const noexcept;

  std::span<const Token> tokens_;
  std::size_t at_;
};

/// A whole number in digits or words ("6", "sáu", "mười lăm") from 0 to 99 in words.
[[nodiscard]] std::optional<int> read_count(Cursor& cursor);

/// The same in Roman digits, i to xii.
[[nodiscard]] std::optional<int> read_roman(Cursor& cursor);

/// A number that may stand for a year anywhere: of four digits, from 1900 to 2199.
[[nodiscard]] bool is_year(const Token& token);
/// A number of four digits, which is a year after "năm" or a stroke, possible or not.
[[nodiscard]] bool is_four_digits(const Token& token);

}  // namespace tiendo::calendar
