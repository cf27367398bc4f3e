#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"

namespace tiendo::calendar {

/// A piece of a phrase. Words are in lower case and normal form C, with the tone of oa, oe and uy
/// on the second vowel ("uỷ", "hoà"), so that both ways of writing are one; all dashes are "-".
struct Token {
  enum class Kind : std::uint8_t {
    number,
    word,
    mark,    // one character: punctuation and what else there is
    opaque,  // looks like time and is not: a document number, a term of office
    day,     // a day with a name that is known: "ngày bầu cử"
  };

  Kind kind = Kind::mark;
  std::string text = {};
  int value = 0;        // of a number
  int digits = 0;       // of a number, as written; with the points of thousands
  bool spaced = false;  // white space stands before it
  int depth = 0;        // how many brackets are open before it
  std::optional<Day> day = {};
};

/// A number as long as this is no date and no count.
inline constexpr int number_digits_max = 9;

/// Splits a phrase, which has to be UTF-8; nothing otherwise.
[[nodiscard]] std::optional<std::vector<Token>> tokens_of(std::string_view phrase);

}  // namespace tiendo::calendar
