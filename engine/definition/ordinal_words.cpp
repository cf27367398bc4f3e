#include "definition/ordinal_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/fold.hpp"

namespace tiendo::definition {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 9> roman_digits{{{100, "C"},
                                                                        {90, "XC"},
                                                                        {50, "L"},
                                                                        {40, "XL"},
                                                                        {10, "X"},
                                                                        {9, "IX"},
                                                                        {5, "V"},
                                                                        {4, "IV"},
                                                                        {1, "I"}}};

constexpr std::array<std::string_view, 10> words{"Nhất", "Hai", "Ba",  "Tư",   "Năm",
                                                 "Sáu",  "Bảy", "Tám", "Chín", "Mười"};

constexpr int roman_max = 300;

std::string to_roman(int value) {
  std::string written;
  for (const auto& [worth, digit] : roman_digits) {
    for (; value >= worth; value -= worth) {
      written += digit;
    }
  }
  return written;
}

std::optional<int> from_roman(std::string_view written) {
  int value = 0;
  auto rest = written;
  for (const auto& [worth, digit] : roman_digits) {
    while (value < roman_max && rest.starts_with(digit)) {
      value += worth;
      rest.remove_prefix(digit.size());
    }
  }
  // Only as it is written rightly: IIX is none.
  return rest.empty() && value > 0 && to_roman(value) == written ? std::optional{value}
                                                                 : std::nullopt;
}

std::optional<std::string> later_word(std::string_view written, int by) {
  const auto is_same = [&](std::string_view word) { return to_lower(word) == to_lower(written); };
  const auto found = std::ranges::find_if(words, is_same);
  const auto later = found - words.begin() + by;
  if (found == words.end() || later < 0 || later >= std::ssize(words)) {
    return std::nullopt;
  }
  const std::string word{words.at(static_cast<std::size_t>(later))};
  return to_lower(written) == written ? to_lower(word) : word;
}

}  // namespace

std::optional<std::string> later_ordinal(std::string_view written, int by) {
  if (const auto roman = from_roman(written)) {
    return *roman + by > 0 && *roman + by <= roman_max ? std::optional{to_roman(*roman + by)}
                                                       : std::nullopt;
  }
  int number = 0;
  const auto* const end = written.data() + written.size();
  const auto read = std::from_chars(written.data(), end, number);
  if (read.ec == std::errc{} && read.ptr == end) {
    return number + by > 0 ? std::optional{std::to_string(number + by)} : std::nullopt;
  }
  return later_word(written, by);
}

}  // namespace tiendo::definition
