#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "calendar/phrase.hpp"
#include "calendar/turning_word_tables.hpp"

namespace tiendo::calendar {
namespace {

template <std::size_t size>
bool is_one_of(const Token& token, const std::array<std::string_view, size>& words) {
  return token.kind == Token::Kind::word && std::ranges::find(words, token.text) != words.end();
}

std::size_t count_words(std::string_view words) {
  return static_cast<std::size_t>(std::ranges::count(words, ' ')) + 1;
}

class Turns {
 public:
  Turns(const std::vector<Token>& tokens, const std::vector<Read>& reads, Phrase& phrase)
      : tokens_(tokens), reads_(reads), phrase_(phrase), is_read_(tokens.size(), false) {
    for (const auto& read : reads) {
      for (auto i = read.begin; i < std::min(read.end, tokens.size()); ++i) {
        is_read_[i] = true;
      }
    }
  }

  void run() {
    for (const auto& read : reads_) {
      if (read.is_time) {
        look_before(read);
        look_at_alternative(read);
        look_at_part(read);
        look_after(read);
      } else {
        look_at_weekday(read);
      }
    }
  }

 private:
  [[nodiscard]] Cursor at(std::size_t index) const { return Cursor{tokens_, index}; }

  [[nodiscard]] bool is_free_word(std::size_t index) const {
    return tokens_[index].kind == Token::Kind::word && !is_read_[index];
  }

  /// Whether a part of the sentence begins there: then a negation turns all of it.
  [[nodiscard]] bool opens(std::size_t index) const {
    return index == 0 || tokens_[index - 1].kind == Token::Kind::mark ||
           tokens_[index - 1].kind == Token::Kind::opaque;
  }

  [[nodiscard]] bool is_harmless(std::size_t index) const {
    const auto cursor = at(index);
    const bool holiday = cursor.sees("nghỉ") && cursor.peek(1).kind == Token::Kind::day;
    return holiday ||
           std::ranges::any_of(harmless,
                               [&](std::string_view words) { return cursor.sees(words); }) ||
           (index > 0 && is_one_of(tokens_[index - 1], makes_another));
  }

  [[nodiscard]] std::string text_of(std::size_t begin, std::size_t end) const {
    std::string text;
    for (; begin < end; ++begin) {
      text += (text.empty() ? "" : " ") + tokens_[begin].text;
    }
    return text;
  }

  void turn(std::string_view word, bool before) {
    if (phrase_.turned) {
      return;
    }
    phrase_.turned = Text{
        fmt::format("từ “{}” đứng {} thời gian làm đổi nghĩa: hãy ghi khoảng thời gian được tính",
                    word, before ? "trước" : "sau"),
        fmt::format("\"{}\" {} the time changes its meaning: write the time that counts", word,
                    before ? "before" : "after")};
  }

  void unclear(std::string_view words) {
    if (phrase_.turned) {
      return;
    }
    phrase_.turned = Text{
        fmt::format("“{}” đứng cạnh thời gian, không rõ là những ngày nào: hãy ghi ngày", words),
        fmt::format("\"{}\" beside the time does not say which days: write them", words)};
  }

  /// A negation, an exception or a shift that was not understood.
  void look_before(const Read& read) {
    constexpr std::size_t words_max = 7;
    constexpr std::size_t between_max_of_opening = 4;
    const bool bare = !is_one_of(tokens_[read.begin], roles);
    for (std::size_t i = 1; i <= words_max && i <= read.begin; ++i) {
      const auto index = read.begin - i;
      if (!is_free_word(index)) {
        look_at_sang(index, read);
        return;
      }
      for (const auto& word : words_before) {
        const auto count = count_words(word.words);
        const bool opening = word.words == "không" && opens(index);
        const auto between = opening ? between_max_of_opening : word.between_max;
        const bool moved = word.words == "chuyển" && at(read.begin).sees("từ");
        if (at(index).sees(word.words) && count <= i && i - count <= between &&
            (bare || moved || !word.bare_only) && !is_harmless(index)) {
          turn(word.words, true);
        }
      }
    }
  }

  /// "tháng 4 sang tháng 6" without a verb that says whether it is moved or runs on.
  void look_at_sang(std::size_t index, const Read& read) {
    if (is_read_[index] && index + 2 == read.begin && at(index + 1).sees("sang")) {
      turn("sang", true);
    }
  }

  /// "trước và sau ngày 15/4", "đầu hoặc giữa tháng 4": only one of them was read.
  void look_at_alternative(const Read& read) {
    if (read.begin < 2 || is_read_[read.begin - 1] || is_read_[read.begin - 2]) {
      return;
    }
    const auto index = read.begin - 2;
    const bool joined = at(index + 1).sees_any({"và", "hoặc", "hay"});
    const bool half = is_one_of(tokens_[index], roles) ||
                      at(index).sees_any({"hơn", "nhất", "đầu", "giữa", "cuối"});
    // "30-4/2025" read from "4/2025" on.
    const bool digits = at(index + 1).sees("-") && at(index).is_number() && at(index).is_number(2);
    if ((joined && half) || digits) {
      turn(text_of(index, index + 2), true);
    }
  }

  /// "2 tháng đầu quý II", "tuần cuối năm": a part of the time that was read as the whole.
  void look_at_part(const Read& read) {
    static constexpr std::array<std::string_view, 7> places{"đầu",  "tiên", "giữa", "cuối",
                                                            "cùng", "của",  "trong"};
    static constexpr std::array<std::string_view, 4> units{"tuần", "tháng", "quý", "nửa"};
    const bool bare = !is_one_of(tokens_[read.begin], roles);
    bool placed = at(read.begin).sees_any({"đầu", "giữa", "cuối"});
    bool exact = false;
    auto begin = read.begin;
    while (begin > 0 && is_free_word(begin - 1) && is_one_of(tokens_[begin - 1], places)) {
      --begin;
      exact = exact || at(begin).sees_any({"tiên", "cùng"});
      placed = placed || !at(begin).sees_any({"của", "trong"});
    }
    const bool of_week = begin >= 3 && at(begin - 3).sees("tuần thứ");  // no weekday
    if (begin >= 2 && at(begin - 2).sees("thứ") && (!is_read_[begin - 2] || of_week)) {
      begin -= 2;
      placed = exact = true;
    }
    if (begin == 0 || !is_free_word(begin - 1)) {
      return;
    }
    const auto unit = begin - 1;
    const bool plural = unit > 0 && at(unit - 1).sees_any({"các", "những", "từng", "mọi"});
    const bool of_work = at(unit).sees("việc") && unit >= 2 && at(unit - 2).sees("ngày làm");
    const bool directly = begin == read.begin && bare && !plural;
    const bool part = is_one_of(tokens_[unit], units) && (placed || directly);
    const bool counted_days = at(unit).sees("ngày") && unit > 0 &&
                              tokens_[unit - 1].kind == Token::Kind::number && placed;
    if (part || (of_work && placed) || (at(unit).sees("ngày") && exact) || counted_days) {
      const bool place_is_read = at(read.begin).sees_any({"đầu", "giữa", "cuối"});
      unclear(text_of(of_work        ? unit - 2
                      : counted_days ? unit - 1
                                     : unit,
                      read.begin + (place_is_read ? 1 : 0)));
    }
  }

  /// ", trừ trường hợp đặc biệt": the window stands, and it is said.
  void look_for_exception(const Read& read) {
    constexpr std::size_t words_max = 10;
    const auto begin = read.end + 1;
    const bool divided = begin < tokens_.size() && at(read.end).sees_any({",", "(", ";", "-"});
    if (!divided || !is_free_word(begin) || is_harmless(begin) ||
        !at(begin).sees_any({"trừ", "ngoại trừ", "không kể", "không tính"})) {
      return;
    }
    auto end = begin;
    while (end < tokens_.size() && end < begin + words_max &&
           tokens_[end].kind != Token::Kind::mark) {
      ++end;
    }
    phrase_.exception = text_of(begin, end);
  }

  void look_after(const Read& read) {
    look_for_exception(read);
    if (read.end >= tokens_.size() || !is_free_word(read.end) || is_harmless(read.end)) {
      return;
    }
    for (const auto words : words_after) {
      if (at(read.end).sees(words)) {
        turn(words, false);
      }
    }
  }

  /// "thứ Hai của tháng 9": a weekday directly before a time, with nothing that comes back weekly.
  void look_at_weekday(const Read& read) {
    static constexpr std::array<std::string_view, 8> between{"đầu", "tiên", "cuối",  "cùng",
                                                             "của", "tuần", "trong", "này"};
    static constexpr std::array<std::string_view, 14> openings{
        "vào",  "tuần", "sáng",  "chiều", "tối", "các", "ngày",
        "buổi", "và",   "trước", "từ",    "đến", "tới", "hết"};
    const bool weekly = std::ranges::any_of(phrase_.recurrences, [](const Recurrence& recurrence) {
      return recurrence.every == Frequency::weekly;
    });
    const bool opening = opens(read.begin) || is_one_of(tokens_[read.begin - 1], openings);
    Cursor cursor{tokens_, read.begin};
    const bool of_part = read_part_of_day(cursor).has_value();
    if (weekly || !(opening || of_part) || !read_weekday(cursor)) {
      return;
    }
    auto end = read.end;
    while (end < tokens_.size() && !is_read_[end] && is_one_of(tokens_[end], between)) {
      ++end;
    }
    const bool before_time = std::ranges::any_of(
        reads_, [&](const Read& other) { return other.is_time && other.begin == end; });
    if (before_time) {
      const bool of_week = read.begin > 0 && at(read.begin - 1).sees("tuần");
      unclear(text_of(of_week ? read.begin - 1 : read.begin, end));
    }
  }

  const std::vector<Token>& tokens_;
  const std::vector<Read>& reads_;
  Phrase& phrase_;
  std::vector<bool> is_read_;
};

}  // namespace

void find_turning_words(const std::vector<Token>& tokens, const std::vector<Read>& reads,
                        Phrase& phrase) {
  Turns{tokens, reads, phrase}.run();
}

}  // namespace tiendo::calendar
