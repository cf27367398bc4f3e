#include "definition/year_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <optional>
#include <regex>

#include "definition/ordinal_words.hpp"

namespace tiendo::definition {
namespace {

/// Stands in for what no rule may read any more.
constexpr char read_already = '\x01';

/// Beyond it a number of four digits is hardly a year of the plan.
constexpr int years_ahead_max = 10;

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Edit {
  Span place;
  std::string text;
};

/// The comments of a YAML text. What "#" begins within quotes is none.
std::vector<Span> comments_of(std::string_view text) {
  std::vector<Span> comments;
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool begins_word = i == 0 || text[i - 1] == ' ' || text[i - 1] == '\n';
    if (quote != 0) {
      i += quote == '"' && c == '\\' ? 1 : 0;
      quote = c == quote ? 0 : quote;
    } else if ((c == '"' || c == '\'') &&
               (begins_word || text[i - 1] == '[' || text[i - 1] == '{')) {
      quote = c;
    } else if (c == '#' && begins_word) {
      const auto end = std::min(text.find('\n', i), text.size());
      comments.push_back({i, end});
      i = end;
    }
  }
  return comments;
}

/// What stands under a key of the outermost map; nothing where there is none.
Span block_of(std::string_view text, std::string_view key) {
  const auto head = std::string{key} + ':';
  for (std::size_t line = 0; line < text.size();) {
    const auto next = std::min(text.find('\n', line), text.size() - 1) + 1;
    if (text.substr(line).starts_with(head)) {
      auto end = next;
      while (end < text.size() && (text[end] == ' ' || text[end] == '\n' || text[end] == '#')) {
        end = std::min(text.find('\n', end), text.size() - 1) + 1;
      }
      return {line, end};
    }
    line = next;
  }
  return {};
}

class Mover {
 public:
  Mover(std::string_view text, int from, int to)
      : text_{text}, unread_{text}, from_{from}, by_{to - from} {}

  MovedText move() && {
    keep_comments();
    keep_basis();
    move_document();
    keep_figures();
    keep_notes();
    keep_citations();
    keep_terms();
    move_counts();
    move_leap_days();
    name_weekdays();
    move_years();
    return applied();
  }

 private:
  using Match = std::cmatch;

  [[nodiscard]] Span place(const Match& match, std::size_t group = 0) const {
    const auto begin = static_cast<std::size_t>(match[group].first - unread_.data());
    return {begin, begin + static_cast<std::size_t>(match.length(group))};
  }

  [[nodiscard]] std::string said(const Span& span) const {
    return std::string{text_.substr(span.begin, span.end - span.begin)};
  }

  void doubt(std::size_t at, std::string code, Text message) {
    doubts_.push_back({at, std::move(code), std::move(message)});
  }

  void take(const Span& span) {
    std::fill(unread_.begin() + static_cast<std::ptrdiff_t>(span.begin),
              unread_.begin() + static_cast<std::ptrdiff_t>(span.end), read_already);
  }

  void put(const Span& span, std::string text) {
    take(span);
    edits_.push_back({span, std::move(text)});
  }

  /// Each match of the pattern within `where`, of what no rule before this one has taken.
  void each(const char* pattern, const std::function<void(const Match&)>& use,
            std::optional<Span> where = {}) {
    const std::regex regex{pattern};
    Match match;
    auto at = where ? where->begin : 0;
    const auto end = where ? where->end : unread_.size();
    const char* const text = unread_.data();
    while (at < end && std::regex_search(text + at, text + end, match, regex)) {
      const auto found = place(match);
      use(match);
      at = std::max(found.end, at + 1);
    }
  }

  void keep_comments() {
    const auto comments = comments_of(text_);
    for (const auto& comment : comments) {
      take(comment);
    }
    if (!comments.empty()) {
      doubt(
          comments.front().begin, "comments",
          {fmt::format("{} dòng chú thích giữ nguyên của năm trước: đọc lại", comments.size()),
           fmt::format("{} lines of comment stay as they were: read them again", comments.size())});
    }
  }

  void keep_basis() {
    const auto block = block_of(text_, "basis");
    each(
        "- ([^\n]+)",
        [&](const Match& match) {
          doubt(place(match, 1).begin, "basis",
                {fmt::format("căn cứ giữ nguyên: {}; còn hiệu lực, hay đã có văn bản mới?",
                             said(place(match, 1))),
                 fmt::format("the basis stays: {}; is it still in force?", said(place(match, 1)))});
        },
        block);
    take(block);
  }

  void move_document() {
    const auto block = block_of(text_, "document");
    each(
        "number: *[\"']?([0-9]+)",
        [&](const Match& match) {
          put(place(match, 1), "…");
          doubt(place(match, 1).begin, "document_number",
                {"số văn bản chưa có: ghi số của kế hoạch mới",
                 "the number of the document is not known: write that of the new plan"});
        },
        block);
    each(
        "date: *([0-9]{4})(-[0-9]{2}-[0-9]{2})",
        [&](const Match& match) {
          put(place(match, 1), moved(std::stoi(match.str(1))));
          doubt(place(match, 1).begin, "document_date",
                {"ngày ký đã dời theo năm: ghi ngày ký thật, người ký và nơi ban hành",
                 "the date of signing moved with the year: write the real one, and who signs"});
        },
        block);
  }

  void keep_figures() {
    each(
        "(plan|base|value): *([0-9][0-9.,]*)",
        [&](const Match& match) {
          doubt(place(match, 2).begin, "figure",
                {fmt::format("số {} của năm trước giữ nguyên: ghi số của năm nay", match.str(2)),
                 fmt::format("the figure {} is that of the year before: write this year's",
                             match.str(2))});
          take(place(match));
        },
        block_of(text_, "targets"));
  }

  void keep_notes() {
    each("\n *note: *([^\n]+)", [&](const Match& match) {
      doubt(
          place(match, 1).begin, "note",
          {"ghi chú của năm trước giữ nguyên: đọc lại", "the note stays as it was: read it again"});
      take(place(match, 1));
    });
  }

  /// "06/2021/NQ-HĐND ngày 19/4/2021", "20-NQ/TW", "Luật HTX năm 2023".
  void keep_citations() {
    const auto keep = [&](const Match& match) {
      doubt(place(match).begin, "citation",
            {fmt::format("văn bản trích dẫn giữ nguyên: {}", said(place(match))),
             fmt::format("what is cited stays: {}", said(place(match)))});
      take(place(match));
    };
    each(
        "[0-9]+(/[0-9]{4})?[-/]([A-Z]|Đ|Ư)([A-Za-z]|Đ|Ư|Ơ)+([-/]([A-Z0-9a-z]|Đ|Ư|Ơ)+)*"
        "(\\s+ngày\\s+[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})?",
        keep);
    each("Luật\\s+[^\\n.,;:()]{1,40}?\\s+(năm\\s+)?[0-9]{4}", keep);
  }

  /// "nhiệm kỳ 2025 - 2030", "giai đoạn 2021-2025".
  void keep_terms() {
    each("[0-9]{4}\\s*(-|–)\\s*(19|20)[0-9]{2}", [&](const Match& match) {
      const auto years = said(place(match));
      doubt(place(match).begin, "term",
            {fmt::format("giai đoạn {} giữ nguyên: xem còn đúng không", years),
             fmt::format("the years {} stay: look whether they still hold", years)});
      take(place(match));
    });
  }

  void move_counts() {
    each("[Ll]ần\\s+thứ\\s+([^\\s\",;.:()\x01]+)", [&](const Match& match) {
      const auto later = later_ordinal(match.str(1), by_);
      doubt(place(match, 1).begin, "ordinal",
            later ? Text{fmt::format("“lần thứ {}” thành “lần thứ {}”: đúng nếu mỗi năm một lần",
                                     match.str(1), *later),
                         fmt::format("'lần thứ {}' became 'lần thứ {}': right if it is every year",
                                     match.str(1), *later)}
                  : Text{fmt::format("không rõ sau “lần thứ {}” là lần thứ mấy: tự sửa",
                                     match.str(1)),
                         fmt::format("what comes after 'lần thứ {}' is not known: write it",
                                     match.str(1))});
      if (later) {
        put(place(match, 1), *later);
      } else {
        take(place(match));
      }
    });
    const auto anniversary = [&](const Match& match) {
      const auto years = std::to_string(std::stoi(match.str(1)) + by_);
      doubt(
          place(match, 1).begin, "anniversary",
          {fmt::format("“{} năm” thành “{} năm”: năm nay có kỷ niệm không?", match.str(1), years),
           fmt::format("'{} năm' became '{} năm': is it marked this year?", match.str(1), years)});
      put(place(match, 1), years);
    };
    each("[Kk]ỷ\\s+niệm\\s+([0-9]{1,3})\\s+năm", anniversary);
    each("([0-9]{1,3})\\s+năm\\s+([Nn]gày|thành\\s+lập)", anniversary);
  }

  void move_leap_days() {
    const auto to_last = [&](const Match& match, std::size_t day, std::size_t year) {
      const std::chrono::year moved_to{std::stoi(match.str(year)) + by_};
      if (moves(std::stoi(match.str(year))) && !moved_to.is_leap()) {
        doubt(place(match).begin, "leap_day",
              {"năm mới không có ngày 29/2: đã ghi ngày 28/2",
               "there is no 29 February in the new year: the 28th is written"});
        put(place(match, day), "28");
      }
    };
    each("(29)[/-]0?2[/-]([0-9]{4})", [&](const Match& match) { to_last(match, 1, 2); });
    each("([0-9]{4})-02-(29)", [&](const Match& match) { to_last(match, 2, 1); });
  }

  void name_weekdays() {
    each(
        "([Tt]hứ\\s+(Hai|Ba|Tư|Năm|Sáu|Bảy|hai|ba|tư|năm|sáu|bảy|[2-7])|[Cc]hủ\\s+nhật)[,\\s]+"
        "(ngày\\s+)?[0-9]{1,2}[/-]",
        [&](const Match& match) {
          doubt(
              place(match).begin, "weekday",
              {fmt::format("“{}”: năm mới ngày ấy rơi vào thứ khác", match.str(1)),
               fmt::format("'{}': in the new year that day is another of the week", match.str(1))});
        });
  }

  void move_years() {
    each("(19|20)[0-9]{2}", [&](const Match& match) {
      const auto span = place(match);
      const int year = std::stoi(match.str());
      if (stands_alone(span) && moves(year)) {
        put(span, moved(year));
      }
    });
  }

  [[nodiscard]] bool moves(int year) const {
    return year >= from_ - 1 && year <= from_ + years_ahead_max;
  }
  [[nodiscard]] std::string moved(int year) const { return std::to_string(year + by_); }

  /// Whether it is no part of a longer number or word.
  [[nodiscard]] bool stands_alone(const Span& span) const {
    const auto is_digit = [&](std::size_t at) {
      return at < unread_.size() && unread_[at] >= '0' && unread_[at] <= '9';
    };
    const auto is_letter = [&](std::size_t at) {
      const char c = at < unread_.size() ? unread_[at] : ' ';
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    const auto is_point = [&](std::size_t at) {
      return at < unread_.size() && (unread_[at] == '.' || unread_[at] == ',');
    };
    const auto before = span.begin - 1;  // far beyond the end where it begins the text
    const bool goes_on =
        is_digit(span.end) || is_letter(span.end) || (is_point(span.end) && is_digit(span.end + 1));
    const bool went_on =
        is_digit(before) || is_letter(before) || (is_point(before) && is_digit(before - 1));
    return !goes_on && !went_on;
  }

  MovedText applied() {
    std::ranges::sort(edits_, {}, [](const Edit& edit) { return edit.place.begin; });
    std::ranges::stable_sort(doubts_, {}, &TextDoubt::at);
    MovedText result;
    std::size_t copied = 0;
    auto doubt = doubts_.begin();
    const auto copy_until = [&](std::size_t end) {
      for (; doubt != doubts_.end() && doubt->at <= end; ++doubt) {
        doubt->at = result.text.size() + (doubt->at - copied);
      }
      result.text += text_.substr(copied, end - copied);
      copied = end;
    };
    for (const auto& edit : edits_) {
      copy_until(edit.place.begin);
      result.text += edit.text;
      copied = edit.place.end;
    }
    copy_until(text_.size());
    result.doubts = std::move(doubts_);
    return result;
  }

  std::string_view text_;
  std::string unread_;
  int from_;
  int by_;
  std::vector<Edit> edits_;
  std::vector<TextDoubt> doubts_;
};

}  // namespace

MovedText move_years(std::string_view text, int from, int to) {
  return Mover{text, from, to}.move();
}

}  // namespace tiendo::definition
