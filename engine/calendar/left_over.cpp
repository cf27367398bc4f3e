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

constexpr std::array<std::string_view, 4> joints{"đến", "tới", "hoặc", "hay"};

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
      : tokens_(tokens), reads_(reads), phrase_(phrase) {}

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
  [[nodiscard]] bool was_read(std::size_t index) const {
    return std::ranges::any_of(
        reads_, [&](const Read& read) { return read.begin <= index && index < read.end; });
  }
  [[nodiscard]] bool is_left(std::size_t index) const {
    return index < tokens_.size() && !was_read(index);
  }
  [[nodiscard]] bool is_glued(std::size_t index) const {
    return index < tokens_.size() && !tokens_[index].spaced;
  }

  /// Where what belongs to the time begins; its own beginning if nothing was left over.
  [[nodiscard]] std::size_t begin_of_left_over(const Read& read) const {
    const auto begin = read.begin;
    if (begin == 0 || !is_left(begin - 1)) {
      return begin;
    }
    const bool number_first = is_digits(tokens_[begin]);
    const bool glued = number_first && is_glued(begin);
    const bool glued_word = glued && tokens_[begin - 1].kind == Kind::word;
    const bool divided = glued && begin >= 2 && is_one_of(tokens_[begin - 1], dividers) &&
                         is_glued(begin - 1) && is_digits(tokens_[begin - 2]) && is_left(begin - 2);
    const bool stroke = is_glued(begin) && is_glued(begin - 1) && tokens_[begin - 1].text == "/";
    const bool negative = glued && tokens_[begin - 1].text == "-" && is_negative(read);
    static constexpr std::array<std::string_view, 3> every{"hằng", "hàng", "mỗi"};
    const bool weekday = begin >= 2 && is_one_of(tokens_[begin], every) &&
                         tokens_[begin - 1].kind == Kind::number &&
                         tokens_[begin - 2].text == "thứ";
    if (weekday) {
      return begin - 2;  // "thứ 8 hằng tuần"
    }
    static constexpr std::array<std::string_view, 4> parts{"đầu", "giữa", "cuối", "nửa"};
    if (is_digits(tokens_[begin - 1]) && is_one_of(tokens_[begin], parts)) {
      return begin - 1;  // "1/2 đầu năm"
    }
    const bool joined = number_first && begin >= 2 && is_left(begin - 2) &&
                        is_digits(tokens_[begin - 2]) && is_one_of(tokens_[begin - 1], joints);
    if (joined) {
      return begin - 2;  // "5 đến 7 ngày làm việc"
    }
    if (stroke) {
      return begin >= 2 && is_left(begin - 2) ? begin - 2 : begin - 1;
    }
    if (glued_word || negative) {
      return begin - 1;
    }
    return divided ? begin - 2 : begin_of_clock(read);
  }

  /// "tháng -4", "-5 ngày": a hyphen that is no divider and no bullet.
  [[nodiscard]] bool is_negative(const Read& read) const {
    const auto hyphen = read.begin - 1;
    const bool after_unit = hyphen > 0 && is_one_of(tokens_[hyphen - 1], units);
    const bool length = read.begin + 1 < read.end && is_one_of(tokens_[read.begin + 1], units);
    return after_unit || length;
  }

  /// "17h60 ngày 15/4", "16.30 ngày 15/4": back to the first word that is none of a time of day.
  [[nodiscard]] std::size_t begin_of_clock(const Read& read) const {
    auto first = read.begin;
    bool number = false;
    while (first > 0 && is_left(first - 1) &&
           (is_digits(tokens_[first - 1]) || is_one_of(tokens_[first - 1], clock_words) ||
            is_divider_in_number(first - 1))) {
      --first;
      number = number || is_digits(tokens_[first]);
    }
    static constexpr std::array<std::string_view, 9> continues{
        "ngày", "đến", "tới", "buổi", "sáng", "trưa", "chiều", "tối", "đêm"};
    const auto& begin = tokens_[read.begin];
    const bool of_day = is_one_of(begin, continues) || is_digits(begin);
    return number && of_day ? first : read.begin;
  }

  [[nodiscard]] bool is_divider_in_number(std::size_t index) const {
    return is_one_of(tokens_[index], dividers) && is_glued(index) && is_glued(index + 1) &&
           index + 1 < tokens_.size() && is_digits(tokens_[index + 1]);
  }

  /// Where what belongs to the time ends; its own end if nothing was left over.
  [[nodiscard]] std::size_t end_of_left_over(const Read& read) const {
    const auto end = read.end;
    if (!is_left(end)) {
      return end;
    }
    const bool number_last = is_digits(tokens_[end - 1]) || is_one_of(tokens_[end - 1], romans);
    const auto& next = tokens_[end];
    const bool last = end + 1 >= tokens_.size();
    const bool glued_next = is_glued(end + 1) && is_left(end + 1);
    const bool divided = is_one_of(next, dividers) && glued_next && is_digits(tokens_[end + 1]);
    if (is_glued(end) && number_last && (next.text == "/" || divided)) {
      return last ? end + 1 : end + 2;
    }
    if (is_glued(end) && number_last && next.kind == Kind::word) {
      return end + 1;
    }
    if (next.text == "năm" && !last && is_left(end + 1) && is_digits(tokens_[end + 1])) {
      return end + 2;  // "tháng 4 năm 20255"
    }
    if (next.text == "năm" && sees_cyclic_year(Cursor{tokens_, end + 1})) {
      return end + 3;  // "ngày 10/3 năm Ất Tỵ"
    }
    for (const auto found : {end_of_clock(end), end_of_length(end)}) {
      if (found > end) {
        return found;
      }
    }
    return end_of_series(end);
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
};

}  // namespace

void find_left_over(const std::vector<Token>& tokens, const std::vector<Read>& reads,
                    Phrase& phrase) {
  Edges{tokens, reads, phrase}.run();
}

}  // namespace tiendo::calendar
