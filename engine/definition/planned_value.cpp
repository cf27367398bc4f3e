#include "definition/planned_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <vector>

#include "base/fold.hpp"
#include "definition/wording.hpp"

namespace tiendo::definition {
namespace {

using model::Comparison;
using model::Measure;

struct Words {
  std::string_view words;
  Comparison comparison;
};

// Longer ones before those that they begin with.
constexpr std::array<Words, 22> before_number{{
    {"khong thap hon", Comparison::at_least},
    {"khong duoi", Comparison::at_least},
    {"khong it hon", Comparison::at_least},
    {"it nhat", Comparison::at_least},
    {"toi thieu", Comparison::at_least},
    {"tu", Comparison::at_least},
    {"≥", Comparison::at_least},
    {">=", Comparison::at_least},
    {"khong vuot qua", Comparison::at_most},
    {"khong qua", Comparison::at_most},
    {"khong cao hon", Comparison::at_most},
    {"khong nhieu hon", Comparison::at_most},
    {"toi da", Comparison::at_most},
    {"nhieu nhat", Comparison::at_most},
    {"≤", Comparison::at_most},
    {"<=", Comparison::at_most},
    {"tren", Comparison::more_than},
    {"hon", Comparison::more_than},
    {">", Comparison::more_than},
    {"duoi", Comparison::less_than},
    {"it hon", Comparison::less_than},
    {"<", Comparison::less_than},
}};
constexpr std::array<Words, 2> after_number{
    {{"tro len", Comparison::at_least}, {"tro xuong", Comparison::at_most}}};
// Say that a value is aimed at, and nothing of the value.
constexpr std::array<std::string_view, 4> filling{"phan dau", "dat", "duy tri", "hoan thanh"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The words of a text, as they are and folded.
class Reading {
 public:
  explicit Reading(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const auto begin = text.find_first_not_of(" \t\n", at);
      if (begin == std::string_view::npos) {
        break;
      }
      at = std::min(text.find_first_of(" \t\n", begin), text.size());
      add(text.substr(begin, at - begin));
    }
  }

  bool accept(std::string_view words) {
    std::size_t at = next_;
    for (const auto word : split(words)) {
      if (at == folded_.size() || folded_[at] != word) {
        return false;
      }
      ++at;
    }
    next_ = at;
    return true;
  }

  /// Takes `words` off the end.
  bool accept_last(std::string_view words) {
    const auto wanted = split(words);
    if (folded_.size() - next_ < wanted.size() ||
        !std::equal(wanted.begin(), wanted.end(),
                    folded_.end() - static_cast<std::ptrdiff_t>(wanted.size()))) {
      return false;
    }
    folded_.resize(folded_.size() - wanted.size());
    words_.resize(folded_.size());
    return true;
  }

  [[nodiscard]] bool is_done() const { return next_ == words_.size(); }
  std::string take() { return words_[next_++]; }
  std::string take_rest() {
    std::string rest;
    while (!is_done()) {
      rest += (rest.empty() ? "" : " ") + take();
    }
    return rest;
  }

 private:
  /// A percent sign and a sign of comparison are words of their own: "tăng 10%", ">50".
  void add(std::string_view word) {
    for (const std::string_view sign : {"≥", "≤", ">=", "<=", ">", "<"}) {
      if (word.starts_with(sign) && word.size() > sign.size()) {
        keep(sign);
        return add(word.substr(sign.size()));
      }
    }
    if (const auto percent = word.find('%'); percent != std::string_view::npos && word != "%") {
      if (percent > 0) {
        keep(word.substr(0, percent));
      }
      keep("%");
      return percent + 1 < word.size() ? add(word.substr(percent + 1)) : void();
    }
    keep(word);
  }

  void keep(std::string_view word) {
    words_.emplace_back(word);
    folded_.push_back(fold(word));
  }

  static std::vector<std::string_view> split(std::string_view words) {
    std::vector<std::string_view> all;
    while (!words.empty()) {
      const auto end = std::min(words.find(' '), words.size());
      all.push_back(words.substr(0, end));
      words.remove_prefix(std::min(end + 1, words.size()));
    }
    return all;
  }

  std::vector<std::string> words_;
  std::vector<std::string> folded_;
  std::size_t next_ = 0;
};

std::optional<Comparison> accept_comparison(Reading& reading, std::span<const Words> known,
                                            bool (Reading::*accept)(std::string_view)) {
  for (const auto& one : known) {
    if ((reading.*accept)(one.words)) {
      return one.comparison;
    }
  }
  return std::nullopt;
}

void skip_filling(Reading& reading) {
  while (std::ranges::any_of(filling, [&](auto words) { return reading.accept(words); })) {
  }
}

/// The digits of "1500" or "1.500".
std::optional<std::string> digits_of_whole(std::string_view text) {
  std::string digits;
  const bool grouped = text.find('.') != std::string_view::npos;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find('.', begin), text.size());
    const auto group = text.substr(begin, end - begin);
    const bool right_size = !grouped || (begin == 0 ? group.size() <= 3 : group.size() == 3);
    if (group.empty() || !right_size || !std::ranges::all_of(group, is_digit)) {
      return std::nullopt;
    }
    digits += group;
    begin = end + 1;
  }
  return digits;
}

/// `word` of `text` is no number.
Error no_number(std::string_view word, std::string_view text) {
  const bool dot = word.find('.') != std::string_view::npos && std::ranges::any_of(word, is_digit);
  if (dot) {
    return {
        {fmt::format("{} không rõ là số nào: dấu phẩy là dấu thập phân, dấu chấm chỉ đứng giữa "
                     "các nhóm ba chữ số (2,5; 1.500)",
                     in_quotes(word)),
         fmt::format("{} is not plain: the comma is the decimal mark, dots stand between groups "
                     "of three digits alone (2,5; 1.500)",
                     in_quotes(word))},
        {}};
  }
  return {
      {fmt::format("{} không nêu số phải đạt: viết như \"trên 50\", \"từ 80 trở lên\", \"không quá "
                   "5\", \"tăng 10 % so với năm 2024\", \"75 %\"",
                   in_quotes(text)),
       fmt::format("{} gives no number to be reached: write for instance \"trên 50\", \"từ 80 "
                   "trở lên\", \"không quá 5\", \"tăng 10 % so với năm 2024\", \"75 %\"",
                   in_quotes(text))},
      {}};
}

Error range_of_values() {
  return {
      {"không nhận khoảng giá trị: chọn mức phải đạt, như \"từ 80 trở lên\"",
       "a range of values is not taken: choose what has to be reached, for instance \"từ 80 trở "
       "lên\""},
      {}};
}

}  // namespace

Text planned_nothing() {
  return {"kế hoạch là 0 thì không tính được tỷ lệ đạt: viết một số lớn hơn 0",
          "of a plan of 0 nothing can be reached in percent: write a number above 0"};
}

std::optional<double> parse_printed_number(std::string_view text) {
  const auto comma = std::min(text.find(','), text.size());
  auto digits = digits_of_whole(text.substr(0, comma));
  if (!digits) {
    return std::nullopt;
  }
  if (comma < text.size()) {
    const auto decimals = text.substr(comma + 1);
    if (decimals.empty() || !std::ranges::all_of(decimals, is_digit)) {
      return std::nullopt;
    }
    *digits += fmt::format(".{}", decimals);
  }
  constexpr std::size_t digits_max = 16;  // what a number keeps without loss
  double value = 0;
  std::from_chars(digits->data(), digits->data() + digits->size(), value);
  return digits->size() <= digits_max ? std::optional{value} : std::nullopt;
}

Result<PlannedValue> parse_planned_value(std::string_view text) {
  constexpr std::size_t bytes_max = 400;  // of what anybody prints as one value
  if (text.size() > bytes_max) {
    return no_number(text, text);
  }
  Reading reading{text};
  PlannedValue planned;
  skip_filling(reading);
  const bool grows =
      reading.accept("tang truong") || reading.accept("tang them") || reading.accept("tang");
  auto comparison = accept_comparison(reading, before_number, &Reading::accept);
  if (const auto after = accept_comparison(reading, after_number, &Reading::accept_last)) {
    comparison = after;
  }
  planned.comparison = comparison.value_or(Comparison::at_least);
  if (reading.is_done()) {
    return no_number(text, text);
  }
  const auto word = reading.take();
  const auto number = parse_printed_number(word);
  if (!number) {
    return no_number(word, text);
  }
  if (*number <= 0) {
    return Error{planned_nothing(), {}};
  }
  planned.value = *number;
  if (reading.accept("den") || reading.accept("-")) {
    return range_of_values();
  }
  const bool percent = reading.accept("%");
  if (grows && !percent) {
    return Error{{"mức tăng phải tính bằng phần trăm: viết như \"tăng 10 % so với năm 2024\"",
                  "growth is given in percent: write for instance \"tăng 10 % so với năm 2024\""},
                 {}};
  }
  planned.measure = grows ? Measure::growth : percent ? Measure::share : Measure::amount;
  if (percent) {
    static_cast<void>(reading.accept("so voi") || reading.accept("cua") || reading.accept("tren"));
    planned.base = reading.take_rest();
  } else {
    planned.unit = reading.take_rest();
  }
  return planned;
}

}  // namespace tiendo::definition
