#include "calendar/token.hpp"

#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <memory>

#include "base/fold.hpp"

namespace tiendo::calendar {
namespace {

using CodePoint = utf8proc_int32_t;

struct Free {
  void operator()(utf8proc_uint8_t* bytes) const noexcept { std::free(bytes); }
};

/// Lower case, decomposed, dashes and spaces of all kinds as one; nothing invisible.
std::optional<std::string> plain(std::string_view text) {
  constexpr int options = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                          UTF8PROC_CASEFOLD | UTF8PROC_LUMP | UTF8PROC_IGNORE | UTF8PROC_NLF2LF;
  utf8proc_uint8_t* out = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &out,
                                 static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, Free> owner{out};
  if (size < 0) {
    return std::nullopt;
  }
  return std::string{reinterpret_cast<const char*>(out), static_cast<std::size_t>(size)};
}

bool is_digit(CodePoint c) {
  return c >= '0' && c <= '9';
}
bool is_space(CodePoint c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Grave, acute, tilde, hook above, dot below.
bool is_tone(CodePoint c) {
  return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323;
}

bool is_letter(CodePoint c) {
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
      return true;
    default:
      return false;
  }
}

/// Moves the tone of a final oa, oe, uy to its second vowel: òa to oà.
void place_tone(std::vector<CodePoint>& word) {
  const auto size = word.size();
  if (size < 3 || !is_tone(word[size - 2])) {
    return;
  }
  const CodePoint first = word[size - 3];
  const CodePoint last = word[size - 1];
  const bool after_o = first == 'o' && (last == 'a' || last == 'e');
  const bool after_u = first == 'u' && last == 'y';
  if (after_o || after_u) {
    std::swap(word[size - 2], word[size - 1]);
  }
}

std::string encode(const std::vector<CodePoint>& text) {
  std::string bytes;
  for (const CodePoint c : text) {
    std::array<utf8proc_uint8_t, 4> buffer{};
    const auto size = utf8proc_encode_char(c, buffer.data());
    bytes.append(reinterpret_cast<const char*>(buffer.data()), static_cast<std::size_t>(size));
  }
  return bytes;
}

/// Reads the code points of a text one after the other.
class Scanner {
 public:
  explicit Scanner(std::string_view text) {
    auto left = static_cast<utf8proc_ssize_t>(text.size());
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    while (left > 0) {
      CodePoint c = 0;
      const auto used = utf8proc_iterate(bytes, left, &c);
      if (used <= 0) {
        break;  // cannot be: the text comes out of utf8proc
      }
      constexpr CodePoint eth = 0xF0;  // stands for đ in texts of old fonts
      text_.push_back(c == eth ? 0x111 : c);
      bytes += used;
      left -= used;
    }
  }

  std::vector<Token> tokens() {
    std::vector<Token> result;
    int depth = 0;
    while (true) {
      const bool spaced = skip_space();
      if (at_ == text_.size()) {
        return result;
      }
      result.push_back(next());
      result.back().spaced = spaced;
      result.back().depth = depth;
      const auto& text = result.back().text;
      depth += text == "(" || text == "[" ? 1 : 0;
      depth -= depth > 0 && (text == ")" || text == "]") ? 1 : 0;
    }
  }

 private:
  bool skip_space() {
    const auto begin = at_;
    while (at_ < text_.size() && is_space(text_[at_])) {
      ++at_;
    }
    return at_ > begin;
  }

  template <class Predicate>
  std::vector<CodePoint> take_while(Predicate holds) {
    const auto begin = at_;
    while (at_ < text_.size() && holds(text_[at_])) {
      ++at_;
    }
    const auto iterator = [&](std::size_t i) {
      return text_.begin() + static_cast<std::ptrdiff_t>(i);
    };
    return {iterator(begin), iterator(at_)};
  }

  Token next() {
    if (is_digit(text_[at_])) {
      return number();
    }
    if (is_letter(text_[at_])) {
      auto word = take_while(is_letter);
      place_tone(word);
      auto text = to_nfc(encode(word)).value_or("");
      return {.kind = Token::Kind::word, .text = text == "quí" ? "quý" : std::move(text)};
    }
    return {.kind = Token::Kind::mark, .text = encode({text_[at_++]})};
  }

  /// "1.000" is a thousand. No date is written so: its year has four digits.
  Token number() {
    constexpr std::size_t group = 3;
    const auto begin = at_;
    auto digits = take_while(is_digit);
    const bool may_be_grouped = digits.size() <= group;
    while (may_be_grouped && sees_group()) {
      ++at_;
      const auto three = take_while(is_digit);
      digits.insert(digits.end(), three.begin(), three.end());
    }
    const auto text = encode(digits);
    if (digits.size() > static_cast<std::size_t>(number_digits_max)) {
      return {.kind = Token::Kind::opaque, .text = text};
    }
    return {.kind = Token::Kind::number,
            .text = text,
            .value = std::stoi(text),
            .digits = static_cast<int>(at_ - begin)};
  }

  /// A point and three digits, no more.
  [[nodiscard]] bool sees_group() const {
    std::size_t end = at_ + 1;
    while (end < text_.size() && is_digit(text_[end])) {
      ++end;
    }
    return at_ < text_.size() && text_[at_] == '.' && end - at_ == 4;
  }

  std::vector<CodePoint> text_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<std::vector<Token>> tokens_of(std::string_view phrase) {
  const auto text = is_utf8(phrase) ? plain(phrase) : std::nullopt;
  return text ? std::optional{Scanner{*text}.tokens()} : std::nullopt;
}

}  // namespace tiendo::calendar
