#include "definition/year_text.hpp"

#include <fmt/format.h>

#include <chrono>
#include <utility>

#include "definition/edited_text.hpp"
#include "definition/ordinal_words.hpp"

namespace tiendo::definition {
namespace {

/// Beyond it a number of four digits is hardly a year of the plan.
constexpr int years_ahead_max = 10;

/// The rules, each over what those before it have left unread.
class Mover : private EditedText {
 public:
  Mover(std::string_view text, int from, int to) : EditedText{text}, from_{from}, by_{to - from} {}

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
    return std::move(*this).applied();
  }

 private:
  void keep_comments() {
    const auto kept = comments();
    for (const auto& comment : kept) {
      take(comment);
    }
    if (!kept.empty()) {
      doubt(kept.front().begin, "comments",
            {fmt::format("{} dòng chú thích giữ nguyên của năm trước: đọc lại", kept.size()),
             fmt::format("{} lines of comment stay as they were: read them again", kept.size())});
    }
  }

  void keep_basis() {
    const auto kept = block("basis");
    each(
        "- ([^\n]+)",
        [&](const Match& match) {
          doubt(place(match, 1).begin, "basis",
                {fmt::format("căn cứ giữ nguyên: {}; còn hiệu lực, hay đã có văn bản mới?",
                             said(place(match, 1))),
                 fmt::format("the basis stays: {}; is it still in force?", said(place(match, 1)))});
        },
        kept);
    take(kept);
  }

  void move_document() {
    const auto kept = block("document");
    each(
        "number: *[\"']?([0-9]+)",
        [&](const Match& match) {
          put(place(match, 1), "…");
          doubt(place(match, 1).begin, "document_number",
                {"số văn bản chưa có: ghi số của kế hoạch mới",
                 "the number of the document is not known: write that of the new plan"});
        },
        kept);
    each(
        "date: *([0-9]{4})(-[0-9]{2}-[0-9]{2})",
        [&](const Match& match) {
          put(place(match, 1), moved(std::stoi(match.str(1))));
          doubt(place(match, 1).begin, "document_date",
                {"ngày ký đã dời theo năm: ghi ngày ký thật, người ký và nơi ban hành",
                 "the date of signing moved with the year: write the real one, and who signs"});
        },
        kept);
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
        block("targets"));
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

  int from_;
  int by_;
};

}  // namespace

MovedText move_years(std::string_view text, int from, int to) {
  return Mover{text, from, to}.move();
}

}  // namespace tiendo::definition
