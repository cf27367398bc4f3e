#include <algorithm>

#include "calendar/phrase.hpp"

namespace tiendo::calendar {
namespace {

constexpr std::size_t law_name_words_max = 8;
constexpr std::size_t issuer_words_max = 14;

/// Hides what looks like time in a phrase, from left to right.
class Hider {
 public:
  Hider(std::vector<Token>& tokens, Phrase& phrase)
      : tokens_(tokens), cursor_(tokens), phrase_(phrase) {}

  void run() {
    hide_list_numbers();
    for (cursor_.set(0); !cursor_.done();) {
      const bool hidden = hide_document_number() || hide_document() || hide_law() || hide_term() ||
                          hide_school_year() || hide_vision() || hide_ordinal();
      if (!hidden) {
        cursor_.skip();
      }
    }
  }

 private:
  /// Makes the tokens from `begin` to the cursor opaque.
  bool hide_from(std::size_t begin) {
    for (std::size_t i = begin; i < cursor_.at() && i < tokens_.size(); ++i) {
      tokens_[i].kind = Token::Kind::opaque;
    }
    return true;
  }

  /// "1.", "(2)", "a)", "III.", "1/" before the text.
  void hide_list_numbers() {
    cursor_.set(0);
    cursor_.accept_any({"-", "+", "*", "•"});
    const auto begin = cursor_.at();
    const bool bracket = cursor_.accept("(");
    const bool label = cursor_.is_number() ? cursor_.peek().digits <= 2
                                           : cursor_.is_word() && cursor_.peek().text.size() <= 4;
    if (!label) {
      return;
    }
    const bool numbered = cursor_.is_number();
    cursor_.skip();
    const bool of_several = numbered && cursor_.sees("/") && cursor_.is_number(1) &&
                            cursor_.peek(2).text == "." && cursor_.at() + 3 < tokens_.size();
    cursor_.skip(of_several ? 2 : 0);  // "1/1. Nội dung"
    const bool ends = bracket ? cursor_.accept(")")
                              : cursor_.sees(")") || (cursor_.sees_any({".", "/"}) && numbered &&
                                                      (cursor_.peek(1).spaced || of_several));
    if (!ends) {
      return;
    }
    cursor_.skip(bracket ? 0 : 1);
    hide_from(begin);
  }

  /// Words that may stand after a stroke or hyphen and still be time: "quý I/năm 2025", "lần/năm".
  static bool is_time_word(const Token& token) {
    static constexpr std::string_view words[] = {
        "năm", "tháng", "quý", "ngày", "tuần", "lần",  "q",   "t",    "i", "ii", "iii",
        "iv",  "nay",   "hết", "đến",  "và",   "cuối", "đầu", "giữa", "h", "cn"};
    return std::ranges::find(words, token.text) != std::end(words);
  }

  /// "345/KH-LMHTX", "06/2021/NQ-HĐND", "39-KH/TU", and its date after it.
  bool hide_document_number() {
    if (!cursor_.is_number()) {
      return false;
    }
    const auto begin = cursor_.at();
    std::ptrdiff_t ahead = 1;
    const auto divides = [&](std::ptrdiff_t i) {
      return cursor_.peek(i).text == "/" || (cursor_.peek(i).text == "-" && cursor_.is_glued(i));
    };
    while (cursor_.peek(ahead).text == "/" && cursor_.is_number(ahead + 1)) {
      ahead += 2;
    }
    if (!divides(ahead) || !cursor_.is_word(ahead + 1) || !cursor_.is_glued(ahead + 1) ||
        is_time_word(cursor_.peek(ahead + 1))) {
      return false;
    }
    cursor_.skip(static_cast<std::size_t>(ahead) + 2);
    while (!cursor_.done() && cursor_.is_glued(0) && !cursor_.sees_any({",", ";", ".", ")", "("})) {
      cursor_.skip();
    }
    skip_document_date();
    skip_spaced_office();
    return hide_from(begin);
  }

  /// "36/LMHTX - PĐTĐ, ngày 05/02/2025": the rest of the number, where its date follows.
  void skip_spaced_office() {
    const auto before = cursor_.at();
    if (!cursor_.accept("-") || !cursor_.is_word()) {
      cursor_.set(before);
      return;
    }
    cursor_.skip();
    const auto before_date = cursor_.at();
    skip_document_date();
    if (cursor_.at() == before_date) {
      cursor_.set(before);
    }
  }

  /// "ngày 26/7/2024" after a document, also after its issuer.
  void skip_document_date() {
    const auto before = cursor_.at();
    cursor_.accept_any({",", "("});
    for (std::size_t i = 0; i < issuer_words_max; ++i) {
      if (cursor_.sees("ngày") && cursor_.is_number(1)) {
        const auto date = read_day(cursor_, Introduced::yes);
        if (date && date->year) {
          return;
        }
        break;
      }
      const bool issuer = cursor_.is_word() && (i > 0 || cursor_.sees("của")) &&
                          !cursor_.sees_any({"trong", "vào", "trước", "đến", "từ", "chậm"});
      if (!issuer) {
        break;
      }
      cursor_.skip();
    }
    cursor_.set(before);
  }

  bool accept_document_noun() {
    return cursor_.accept_any({"nghị quyết", "nghị định", "thông tư", "kế hoạch", "công văn",
                               "quyết định", "chỉ thị", "hướng dẫn", "thông báo", "tờ trình",
                               "chương trình", "kết luận", "công điện", "văn bản"});
  }

  /// "Nghị quyết 20 ngày 16/6/2022", "Nghị định 113/2024 ngày …": only where its date follows.
  bool hide_number_with_date() {
    const auto begin = cursor_.at();
    if (!cursor_.is_number()) {
      return false;
    }
    const bool of_year = cursor_.peek(1).text == "/" && is_year(cursor_.peek(2));
    cursor_.skip(of_year ? 3 : 1);
    const auto after_number = cursor_.at();
    skip_document_date();
    if (cursor_.at() > after_number) {
      return hide_from(begin);
    }
    cursor_.set(begin);
    return false;
  }

  /// "theo Kế hoạch ngày 26/7/2024", "Nghị quyết số 20".
  bool hide_document() {
    const auto begin = cursor_.at();
    const bool cited = cursor_.accept_any({"theo", "căn cứ", "thực hiện", "tại", "triển khai"});
    const bool document = accept_document_noun();
    const bool numbered = cursor_.accept("số");
    if (numbered) {
      cursor_.accept(":");
    }
    if (numbered && cursor_.is_number() && hide_document_number()) {
      return true;
    }
    if (numbered && cursor_.is_number() && !(cursor_.sees("ngày"))) {
      cursor_.skip();
      skip_document_date();
      return hide_from(begin);
    }
    if (document && hide_number_with_date()) {
      return true;
    }
    const auto before_date = cursor_.at();
    if (cited && document) {
      skip_document_date();
    }
    const bool hidden = cursor_.at() > before_date;
    if (!hidden) {
      cursor_.set(begin);
      return false;
    }
    return hide_from(before_date);
  }

  /// "Luật Hợp tác xã năm 2023", "Bộ luật Dân sự 2015".
  bool hide_law() {
    const bool law = cursor_.sees_any({"luật", "hiến pháp", "pháp lệnh"}) &&
                     cursor_.peek(-1).text != "pháp" && cursor_.peek(-1).text != "kỷ";
    if (!law) {
      return false;
    }
    const auto begin = cursor_.at();
    for (std::size_t i = 0; i < law_name_words_max && cursor_.is_word(); ++i) {
      if (cursor_.sees("năm") && is_year(cursor_.peek(1))) {
        cursor_.skip();
        break;
      }
      if (cursor_.sees_any({"trong", "vào", "trước", "đến", "từ", "tháng", "quý", "ngày"})) {
        break;
      }
      cursor_.skip();
    }
    if (is_year(cursor_.peek()) && cursor_.peek(1).text != "-") {
      cursor_.skip();
      return hide_from(begin);
    }
    cursor_.set(begin);
    return false;
  }

  bool skip_years() {
    cursor_.accept("năm");
    if (!is_year(cursor_.peek())) {
      return false;
    }
    cursor_.skip();
    const bool second = cursor_.sees_any({"-", "đến"}) && is_year(cursor_.peek(1));
    cursor_.skip(second ? 2 : 0);
    return true;
  }

  /// "nhiệm kỳ 2025 - 2030": part of a title.
  bool hide_term() {
    const auto begin = cursor_.at();
    if (!cursor_.accept_any({"nhiệm kỳ", "nhiệm kì", "khoá", "niên khoá"})) {
      return false;
    }
    phrase_.term = true;
    skip_years();
    return hide_from(begin);
  }

  /// "năm học 2025 - 2026": from when to when is decided each year.
  bool hide_school_year() {
    const auto begin = cursor_.at();
    if (!cursor_.accept_any({"năm học", "học kỳ", "học kì"})) {
      return false;
    }
    phrase_.school_year = true;
    if (!skip_years() && (read_roman(cursor_) || cursor_.is_number())) {
      skip_years();
    }
    return hide_from(begin);
  }

  /// "tầm nhìn đến năm 2045": not until when something is to be done.
  bool hide_vision() {
    const auto begin = cursor_.at();
    if (!cursor_.accept_any({"tầm nhìn", "định hướng"})) {
      return false;
    }
    cursor_.accept("đến");
    if (!skip_years()) {
      cursor_.set(begin);
      return false;
    }
    return hide_from(begin);
  }

  /// "lần thứ 2", "đợt 1", "khoản 3": numbers of things.
  bool hide_ordinal() {
    const auto begin = cursor_.at();
    if (!cursor_.accept_any({"lần thứ", "lần", "đợt", "điều", "khoản", "mục", "phụ lục", "cấp",
                             "phần", "chương", "hạng", "số", "biểu", "mẫu", "bảng"})) {
      return false;
    }
    if (cursor_.is_number() && cursor_.peek(1).text == "/" && is_year(cursor_.peek(2)) &&
        cursor_.peek(3).text != "/") {
      cursor_.skip(3);  // "phụ lục 02/2025"
      return hide_from(begin);
    }
    const bool plain = cursor_.is_number() && cursor_.peek().digits <= 3 &&
                       cursor_.peek(1).text != "/" && cursor_.peek(1).text != "-" &&
                       cursor_.peek(1).text != "tháng";
    const bool ordinal = cursor_.peek(-1).text == "thứ";
    if (plain) {
      cursor_.skip();
    } else if (!ordinal || (!read_roman(cursor_) && !read_count(cursor_))) {
      cursor_.set(begin);
      return false;
    }
    return hide_from(begin);
  }

  std::vector<Token>& tokens_;
  Cursor cursor_;
  Phrase& phrase_;
};

}  // namespace

void hide_look_alikes(std::vector<Token>& tokens, Phrase& phrase) {
  Hider{tokens, phrase}.run();
}

}  // namespace tiendo::calendar
