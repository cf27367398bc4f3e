#include <algorithm>
#include <iterator>

#include "calendar/lunar.hpp"
#include "calendar/phrase.hpp"

namespace tiendo::calendar {
namespace {

using Tokens = std::vector<Token>;

bool starts_with(const Tokens& tokens, std::size_t at, const Tokens& words) {
  if (words.empty() || at + words.size() > tokens.size()) {
    return false;
  }
  return std::equal(words.begin(), words.end(), tokens.begin() + static_cast<std::ptrdiff_t>(at),
                    [](const Token& word, const Token& token) { return word.text == token.text; });
}

/// A day that is printed beside its name is taken as printed.
bool date_follows(const Tokens& tokens, std::size_t at) {
  Cursor cursor{tokens, at};
  cursor.accept_any({"(", ","});
  const auto day = read_day(cursor, Introduced::yes);
  return day && day->month;
}

void name(Tokens& tokens, std::size_t at, std::size_t count, Day day) {
  const auto first = tokens.begin() + static_cast<std::ptrdiff_t>(at);
  first->kind = Token::Kind::day;
  first->day = day;
  tokens.erase(first + 1, first + static_cast<std::ptrdiff_t>(count));
}

/// Names every place of `words`, with or without "ngày" before it where a connecting word stands.
void name_all(Tokens& tokens, Tokens words, Day day) {
  if (!words.empty() && words.front().text == "ngày") {
    words.erase(words.begin());
  }
  for (std::size_t at = 1; at < tokens.size(); ++at) {
    static constexpr std::string_view connectors[] = {"trước", "sau", "đến", "tới",
                                                      "từ",    "hết", "ngày"};
    const bool connected =
        std::ranges::find(connectors, tokens[at - 1].text) != std::end(connectors);
    if (connected && starts_with(tokens, at, words) && !date_follows(tokens, at + words.size())) {
      const bool with_day = tokens[at - 1].text == "ngày";
      name(tokens, with_day ? at - 1 : at, words.size() + (with_day ? 1 : 0), day);
    }
  }
}

/// Whether no word follows that would make it the day of something else: "ngày ký hợp đồng".
bool name_ends(const Cursor& cursor) {
  return (!cursor.is_word() && !cursor.is_number()) ||
         cursor.sees_any({"đến", "tới", "cho đến", "cho tới", "hết", "và", "hoặc", "trở đi", "để",
                          "phải", "thì", "hoàn thành", "chậm nhất", "muộn nhất", "trước"});
}

/// "từ nay", "ngày ký", "ngày ban hành Kế hoạch này": the day of issue.
void name_issue(Tokens& tokens, Day issued) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    Cursor cursor{tokens, at};
    if (cursor.accept_any({"từ nay", "từ hôm nay", "từ bây giờ"})) {
      name(tokens, at + 1, cursor.at() - at - 1, issued);
      continue;
    }
    if (!cursor.accept_any({"ngày ký ban hành", "ngày ký", "ngày ban hành"})) {
      continue;
    }
    const bool own = cursor.accept_any({"kế hoạch", "văn bản"});
    const bool other = !own && cursor.accept_any({"công văn", "quyết định", "thông báo",
                                                  "hướng dẫn", "chương trình"});
    if (cursor.accept("này") || (!other && name_ends(cursor))) {
      name(tokens, at, cursor.at() - at, issued);
    }
  }
}

/// "trước Tết Nguyên đán Bính Ngọ 2026": the first day of the lunar year, where its number is
/// printed. Only before it: how many days Tết has is decided each year.
void name_lunar_new_year(Tokens& tokens) {
  constexpr int words_between_max = 3;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    Cursor cursor{tokens, at};
    const auto& previous = cursor.peek(-1).text == "dịp" ? cursor.peek(-2) : cursor.peek(-1);
    const bool until = previous.text == "trước" || previous.text == "đến" || previous.text == "tới";
    if (!until || !cursor.accept_any({"tết nguyên đán", "tết âm lịch"})) {
      continue;
    }
    for (int i = 0; i < words_between_max && cursor.is_word(); ++i) {
      cursor.skip();
    }
    const int year = is_year(cursor.peek()) ? cursor.peek().value : 0;
    if (const auto day = solar_of({.day = 1, .month = 1, .leap = false, .year = year})) {
      name(tokens, at, cursor.at() + 1 - at, *day);
    }
  }
}

}  // namespace

void name_days(Tokens& tokens, const std::map<std::string, Day>& anchors,
               std::optional<Day> issued) {
  for (const auto& [text, day] : anchors) {
    if (auto words = tokens_of(text)) {
      name_all(tokens, std::move(*words), day);
    }
  }
  name_lunar_new_year(tokens);
  if (issued) {
    name_issue(tokens, *issued);
  }
}

}  // namespace tiendo::calendar
