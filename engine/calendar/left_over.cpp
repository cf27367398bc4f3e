#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "calendar/phrase.hpp"

namespace tiendo::calendar {
namespace {

using Kind = Token::Kind;

/// Words of a time of day. Beside a time, with a number that was not read, they are one that does
/// not exist or is written in a way that is not known.
constexpr std::array<std::string_view, 15> clock_words{"giờ",  "h",   "g",    "phút", "p",
                                                       "'",    ":",   "rưỡi", "sáng", "chiều",
                                                       "trưa", "tối", "buổi", "đêm",  "kém"};

constexpr std::array<std::string_view, 12> romans{"i",   "ii",   "iii", "iv", "v",  "vi",
                                                  "vii", "viii", "ix",  "x",  "xi", "xii"};

constexpr std::array<std::string_view, 5> dividers{"/", "-", ".", ",", ":"};

constexpr std::array<std::string_view, 5> units{"ngày", "tháng", "quý", "năm", "tuần"};

template <std::size_t size>
bool is_one_of(const Token& token, const std::array<std::string_view, size>& texts) {
  return std::ranges::find(texts, token.text) != texts.end();
}

bool is_digits(const Token& token) {
  return token.kind == Kind::number ||
         (token.kind == Kind::opaque &&
          token.text.find_first_not_of("0123456789") == token.text.npos);
}

/// Looks for numbers at the edges of a time that belong to it and were not read: then what was read
/// is another time than the one printed ("15/4/99999", "1,5 tháng kể từ …").
class Edges {
 public:
  Edges(const std::vector<Token>& tokens, const std::vector<Read>& reads, Phrase& phrase)
      : tokens_(tokens), reads_(reads), phrase_(phrase), is_read_(tokens.size(), false) {
    for (const auto& read : reads) {
      for (auto i = read.begin; i < std::min(read.end, tokens.size()); ++i) {
        is_read_[i] = true;
      }
    }
  }

  void run() {
    for (const auto& read : reads_) {
      if (read.begin >= read.end || read.end > tokens_.size()) {
        continue;
      }
      const auto begin = begin_of_left_over(read);
      const auto end = end_of_left_over(read);
      if (begin < read.begin || end > read.end) {
        refuse(begin, end);
        return;
      }
    }
  }

 private:
  [[nodiscard]] bool is_left(std::size_t index) const {
    return index < tokens_.size() && !is_read_[index];
  }
  [[nodiscard]] bool is_glued(std::size_t index) const {
    return index < tokens_.size() && !tokens_[index].spaced;
  }
  [[nodiscard]] bool is_digits_left(std::size_t index) const {
    return is_left(index) && is_digits(tokens_[index]);
  }

  /// Where what belongs to the time begins; its own beginning if nothing was left over. The rules
  /// for one side give the edge itself where they do not hold.
  [[nodiscard]] std::size_t begin_of_left_over(const Read& read) const {
    if (read.begin == 0 || !is_left(read.begin - 1)) {
      return read.begin;
    }
    for (const auto rule :
         {&Edges::begin_of_number, &Edges::begin_of_count, &Edges::begin_of_clock}) {
      if (const auto begin = (this->*rule)(read); begin < read.begin) {
        return begin;
      }
    }
    return read.begin;
  }

  /// "155/4", "1,5 tháng", "l5/4", "tháng -4".
  [[nodiscard]] std::size_t begin_of_number(const Read& read) const {
    const auto begin = read.begin;
    const auto& previous = tokens_[begin - 1];
    const bool two_left = begin >= 2 && is_left(begin - 2);
    if (is_glued(begin) && is_glued(begin - 1) && previous.text == "/") {
      return two_left ? begin - 2 : begin - 1;
    }
    if (!is_glued(begin) || !is_digits(tokens_[begin])) {
      return begin;
    }
    const bool negative = previous.text == "-" && is_negative(read);
    if (negative || previous.kind == Kind::word) {
      return begin - 1;
    }
    const bool divided = is_one_of(previous, dividers) && is_glued(begin - 1);
    return divided && two_left && is_digits(tokens_[begin - 2]) ? begin - 2 : begin;
  }

  /// "tháng -4", "-5 ngày": a hyphen that is no divider and no bullet.
  [[nodiscard]] bool is_negative(const Read& read) const {
    const auto hyphen = read.begin - 1;
    const bool after_unit = hyphen > 0 && is_one_of(tokens_[hyphen - 1], units);
    const bool length = read.begin + 1 < read.end && is_one_of(tokens_[read.begin + 1], units);
    return after_unit || length;
  }

  /// "5 đến 7 ngày", "thứ 8 hằng tuần", "1/2 đầu năm".
  [[nodiscard]] std::size_t begin_of_count(const Read& read) const {
    static constexpr std::array<std::string_view, 4> joints{"đến", "tới", "hoặc", "hay"};
    static constexpr std::array<std::string_view, 3> every{"hằng", "hàng", "mỗi"};
    static constexpr std::array<std::string_view, 4> parts{"đầu", "giữa", "cuối", "nửa"};
    const auto begin = read.begin;
    const auto& first = tokens_[begin];
    const bool number_before = is_digits_left(begin - 1);
    const bool joined = is_digits(first) && begin >= 2 && is_digits_left(begin - 2) &&
                        is_one_of(tokens_[begin - 1], joints);
    const bool ordinal = is_one_of(first, every) && begin >= 2 &&
                         tokens_[begin - 1].kind == Kind::number &&
                         tokens_[begin - 2].text == "thứ";
    if (joined || ordinal) {
      return begin - 2;
    }
    return number_before && is_one_of(first, parts) ? begin - 1 : begin;
  }

  /// "17h60 ngày 15/4", "16.30 ngày 15/4": back to the first word that is none of a time of day.
  [[nodiscard]] std::size_t begin_of_clock(const Read& read) const {
    static constexpr std::array<std::string_view, 9> continues{
        "ngày", "đến", "tới", "buổi", "sáng", "trưa", "chiều", "tối", "đêm"};
    const auto& begin = tokens_[read.begin];
    if (!is_one_of(begin, continues) && !is_digits(begin)) {
      return read.begin;
    }
    auto first = read.begin;
    bool number = false;
    while (first > 0 && is_left(first - 1) &&
           (is_digits(tokens_[first - 1]) || is_one_of(tokens_[first - 1], clock_words) ||
            is_divider_in_number(first - 1))) {
      --first;
      number = number || is_digits(tokens_[first]);
    }
    return number ? first : read.begin;
  }

  [[nodiscard]] bool is_divider_in_number(std::size_t index) const {
    return is_one_of(tokens_[index], dividers) && is_glued(index) && is_glued(index + 1) &&
           is_digits(tokens_[index + 1]);
  }

  /// Where what belongs to the time ends; its own end if nothing was left over.
  [[nodiscard]] std::size_t end_of_left_over(const Read& read) const {
    if (!is_left(read.end)) {
      return read.end;
    }
    for (const auto rule : {&Edges::end_of_number, &Edges::end_of_year, &Edges::end_of_clock,
                            &Edges::end_of_length, &Edges::end_of_series}) {
      if (const auto end = (this->*rule)(read.end); end > read.end) {
        return end;
      }
    }
    return read.end;
  }

  /// "15/4/99999", "quý I/II", "15/4/2025a".
  [[nodiscard]] std::size_t end_of_number(std::size_t end) const {
    const auto& next = tokens_[end];
    const bool number = is_digits(tokens_[end - 1]) || is_one_of(tokens_[end - 1], romans);
    if (!number || !is_glued(end)) {
      return end;
    }
    const bool divided = is_one_of(next, dividers) && is_glued(end + 1) && is_digits_left(end + 1);
    if (next.text == "/" || divided) {
      return std::min(end + 2, tokens_.size());
    }
    return next.kind == Kind::word ? end + 1 : end;
  }

  /// "tháng 4 năm 20255", "ngày 10/3 năm Ất Tỵ".
  [[nodiscard]] std::size_t end_of_year(std::size_t end) const {
    if (tokens_[end].text != "năm") {
      return end;
    }
    if (is_digits_left(end + 1)) {
      return end + 2;
    }
    return sees_cyclic_year(Cursor{tokens_, end + 1}) ? end + 3 : end;
  }

  /// "trước ngày 15/4 khoảng 5 ngày", "cách ngày 15/4 từ 5 đến 7 ngày", "quý I, 6 tháng, 9 tháng".
  [[nodiscard]] std::size_t end_of_length(std::size_t end) const {
    Cursor cursor{tokens_, end};
    const bool comma = cursor.accept(",");
    cursor.accept_any({"khoảng", "từ", "tối đa", "không quá", "ít nhất", "tối thiểu", "ngoài"});
    const auto number = cursor.at();
    if (!read_count(cursor) || !is_left(number)) {
      return end;
    }
    if (cursor.accept_any({"đến", "-"})) {
      static_cast<void>(read_count(cursor));
    }
    const bool unit = cursor.accept("tháng") || (!comma && cursor.accept_any({"ngày", "tuần"}));
    return unit && is_left(cursor.at() - 1) ? cursor.at() : end;
  }

  /// "ngày 15/4 lúc 25 giờ", "ngày 15/4, trước 17h60".
  [[nodiscard]] std::size_t end_of_clock(std::size_t end) const {
    Cursor cursor{tokens_, end};
    const bool comma = cursor.accept(",");
    const bool announced = cursor.accept_any({"vào lúc", "lúc", "hồi", "trước", "từ", "đến"});
    const bool number = is_digits(cursor.peek()) && is_left(cursor.at());
    cursor.skip();
    const bool clock = number && (announced || !comma) && cursor.sees_any({"giờ", "h"});
    return clock ? cursor.at() + 1 : end;
  }

  /// "từ ngày 28/4/2025 đến 02", "quý I/2025, III": a number that no word follows, so it counts
  /// nothing.
  [[nodiscard]] std::size_t end_of_series(std::size_t end) const {
    Cursor cursor{tokens_, end};
    const bool joined = cursor.accept_any({"đến", "tới", "-", ",", "và", "hoặc"});
    const bool short_number = cursor.is_number() && cursor.peek().digits <= 2;
    const bool number =
        joined && is_left(cursor.at()) &&
        (short_number || is_year(cursor.peek()) || is_one_of(cursor.peek(), romans));
    cursor.skip();
    const bool ends = cursor.done() || cursor.peek().kind == Kind::mark;
    return number && ends && !cursor.sees("%") ? cursor.at() : end;
  }

  void refuse(std::size_t begin, std::size_t end) {
    std::string text;
    for (auto i = begin; i < end; ++i) {
      text += (i > begin && tokens_[i].spaced ? " " : "") + tokens_[i].text;
    }
    if (!phrase_.turned) {
      phrase_.turned = Text{
          fmt::format("không đọc được hết “{}”: hãy ghi lại ngày, giờ", text),
          fmt::format("\"{}\" was not understood in full: write the day and time again", text)};
    }
  }

  const std::vector<Token>& tokens_;
  const std::vector<Read>& reads_;
  Phrase& phrase_;
  std::vector<bool> is_read_;
};

}  // namespace

void find_left_over(const std::vector<Token>& tokens, const std::vector<Read>& reads,
                    Phrase& phrase) {
  Edges{tokens, reads, phrase}.run();
}

}  // namespace tiendo::calendar
