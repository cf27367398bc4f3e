#include "calendar/expression.hpp"

#include <utf8proc.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "base/fold.hpp"
#include "calendar/csv.hpp"
#include "calendar/notices.hpp"
#include "calendar/window_text.hpp"

using namespace tiendo;
using namespace tiendo::calendar;

namespace {

struct Case {
  std::string phrase;
  std::string expected;
  ExpressionContext context;
};

const WorkingDays& office() {
  static const WorkingDays days{test::notices_2021_2026()};
  return days;
}

ExpressionContext context_of(const std::string& line) {
  std::istringstream in{line.substr(1)};
  std::string first;
  std::string last;
  std::string issued;
  std::string election;
  in >> first >> last >> issued >> election;
  ExpressionContext context;
  context.working_days = &office();
  if (first != "-") {
    context.period = DayRange{parse_day(first).value(), parse_day(last).value()};
  }
  context.issued = parse_day(issued);
  if (!election.empty()) {
    context.anchors["ngày bầu cử"] = parse_day(election).value();
  }
  return context;
}

std::vector<Case> cases() {
  std::ifstream file{test::data_file("phrases.tsv")};
  std::vector<Case> result;
  ExpressionContext context;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) {
      continue;
    }
    if (line.starts_with('@')) {
      context = context_of(line);
      continue;
    }
    const auto tab = line.find('\t');
    result.push_back({line.substr(0, tab), line.substr(tab + 1), context});
  }
  return result;
}

std::string mapped(const std::string& text, int options) {
  utf8proc_uint8_t* out = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &out,
                                 static_cast<utf8proc_option_t>(UTF8PROC_STABLE | options));
  std::string result{reinterpret_cast<const char*>(out), static_cast<std::size_t>(size)};
  std::free(out);
  return result;
}

std::string upper(const std::string& text) {
  std::string result;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto left = static_cast<utf8proc_ssize_t>(text.size());
  while (left > 0) {
    utf8proc_int32_t c = 0;
    const auto used = utf8proc_iterate(bytes, left, &c);
    utf8proc_uint8_t buffer[4];
    const auto size = utf8proc_encode_char(utf8proc_toupper(c), buffer);
    result.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(size));
    bytes += used;
    left -= used;
  }
  return result;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// What stands between two texts; nothing if the first does not occur.
std::string between(const std::string& line, const std::string& begin, const std::string& end) {
  const auto from = line.find(begin);
  if (from == std::string::npos) {
    return {};
  }
  const auto start = from + begin.size();
  const auto until = std::min(line.find(end, start), line.find('}', start));
  return line.substr(start, until - start);
}

/// A day as the shared table writes it: perhaps in quotes, with a time of day.
std::optional<Day> day_of(std::string text) {
  std::erase(text, '"');
  return parse_day(text.substr(0, 10));
}

ExpressionContext context_of_row(const std::map<std::string, std::string>& row,
                                 const std::map<std::string, DayRange>& periods) {
  ExpressionContext context;
  context.issued = parse_day(row.at("document_date"));
  const auto period = periods.find(row.at("source"));
  if (row.at("task") != "period" && period != periods.end()) {
    context.period = period->second;
  }
  return context;
}

/// Every row of the windows of the five documents: the rows "period" give the others theirs.
void check_window_vectors(const std::string& path) {
  const auto rows = test::read_table(path, '\t');
  std::map<std::string, DayRange> periods;
  for (const auto& row : rows) {
    if (row.at("task") == "period") {
      periods[row.at("source")] = {parse_day(row.at("start")).value(),
                                   parse_day(row.at("end")).value()};
    }
  }
  CHECK(rows.size() == 23);
  for (const auto& row : rows) {
    for (const bool with_period : {true, false}) {
      auto context = context_of_row(row, periods);
      if (!with_period && row.at("deadline").empty()) {
        continue;  // what goes on has the period's days
      }
      context.period = with_period ? context.period : std::nullopt;
      const auto window = resolve(row.at("time_expr"), context);
      INFO(row.at("source") << " " << row.at("task") << ": " << row.at("time_expr") << " → "
                            << test::to_text(window));
      CHECK(window.resolved);
      CHECK(window.start == parse_day(row.at("start")));
      CHECK(window.end == parse_day(row.at("end")));
      CHECK(window.due == parse_day(row.at("deadline")));
      CHECK(window.planned == parse_day(row.at("planned")));
      if (!row.at("certainty").empty()) {
        CHECK((window.certainty == Certainty::tentative) == (row.at("certainty") == "tentative"));
      }
    }
  }
}

}  // namespace

TEST_CASE("every phrase of the table resolves to what the table says") {
  const auto all = cases();
  CHECK(all.size() > 700);
  for (const auto& [phrase, expected, context] : all) {
    CAPTURE(phrase);
    CHECK(test::to_text(resolve(phrase, context)) == expected);
  }
}

TEST_CASE("every time of the five documents resolves to its window") {
  check_window_vectors(test::data_file("window_vectors.tsv"));
}

TEST_CASE("the shared table of the five documents resolves too, where it is present") {
  const auto path = std::string{TIENDO_SOURCE_DIR} + "/../shared/data/window_vectors.tsv";
  if (!std::filesystem::exists(path)) {
    WARN("skipped: " << path << " is not present");
    return;
  }
  check_window_vectors(path);
}

TEST_CASE("every row of the shared table of expressions resolves as it says, where it is present") {
  const auto path = std::string{TIENDO_SOURCE_DIR} + "/../shared/data/time_expressions.yaml";
  std::ifstream file{path};
  if (!file) {
    WARN("skipped: " << path << " is not present");
    return;
  }
  ExpressionContext context;
  context.period = DayRange{*parse_day("2025-01-01"), *parse_day("2025-12-31")};
  context.anchors["ngày bầu cử"] = *parse_day("2026-03-15");
  int rows = 0;
  for (std::string line; std::getline(file, line);) {
    const auto phrase = between(line, "- {expr: \"", "\"");
    if (phrase.empty()) {
      continue;
    }
    ++rows;
    const auto window = resolve(phrase, context);
    INFO(phrase << " → " << test::to_text(window));
    const auto days = between(line, "window: [", "]");
    if (!days.empty()) {
      const auto comma = days.find(", ");
      CHECK(window.start == day_of(days.substr(0, comma)));
      CHECK(window.end == day_of(days.substr(comma + 2)));
    }
    if (line.find(" deadline: ") != std::string::npos &&
        line.find("example:") == std::string::npos) {
      CHECK(window.due == day_of(between(line, " deadline: ", ",")));
    }
    const auto planned = between(line, "planned: ", ",");
    CHECK(window.planned == day_of(planned));
    CHECK((window.certainty == Certainty::aspirational) ==
          (between(line, "certainty: ", ",") == "aspirational"));
  }
  CHECK(rows == 59);
}

TEST_CASE("a phrase means the same in NFC and NFD, in capitals, and with any dash") {
  for (const auto& [phrase, expected, context] : cases()) {
    CAPTURE(phrase);
    CHECK(test::to_text(resolve(mapped(phrase, UTF8PROC_DECOMPOSE), context)) == expected);
    CHECK(test::to_text(resolve(mapped(phrase, UTF8PROC_COMPOSE), context)) == expected);
    CHECK(test::to_text(resolve(upper(phrase), context)) == expected);
    CHECK(test::to_text(resolve(replaced(phrase, "-", "–"), context)) == expected);
    CHECK(test::to_text(resolve(replaced(phrase, "–", "-"), context)) == expected);
    CHECK(test::to_text(resolve(replaced(phrase, "hằng", "hàng"), context)) == expected);
    CHECK(test::to_text(resolve(replaced(phrase, " ", "\u00A0"), context)) == expected);
    CHECK(test::to_text(resolve("  " + phrase + " ", context)) == expected);
  }
}

TEST_CASE("both ways of placing tones are one") {
  const auto issued = parse_day("2025-01-01");
  const auto one = [&](const char* phrase) {
    return test::to_text(
        resolve(phrase, {.issued = issued, .anchors = {{"ngày họp Uỷ ban", *issued}}}));
  };
  CHECK(one("trước ngày họp Uỷ ban") == "- 2024-12-31");
  CHECK(one("trước ngày họp Ủy ban") == "- 2024-12-31");
  CHECK(one("Qúy I/2025") == one("Quý I/2025"));
}

TEST_CASE("a limit is worked out once the day of its event is known") {
  const auto due = [](const char* phrase, const char* name, const char* day) {
    return resolve(phrase, {.anchors = {{name, *parse_day(day)}}, .working_days = &office()}).due;
  };
  const char* five_days = "trong thời hạn 05 ngày kể từ ngày nhận đơn";
  CHECK(due(five_days, "ngày nhận đơn", "2026-01-12") == parse_day("2026-01-19"));
  CHECK(due(five_days, "ngày nhận đơn", "2026-01-05") == parse_day("2026-01-10"));
  CHECK(due("trong 05 ngày làm việc kể từ ngày nhận", "ngày nhận", "2026-02-12") ==
        parse_day("2026-02-26"));
}

TEST_CASE("a printed day is the day before by the strict reading and the day by the other") {
  ExpressionContext context{.before_day = BeforeDay::inclusive};
  CHECK(test::to_text(resolve("trước ngày 15/4/2025", context)) == "- 2025-04-15");
  CHECK(test::to_text(resolve("trước 2030", context)) == "- 2029-12-31");
  CHECK(test::to_text(resolve("trước quý II/2025", context)) == "- 2025-03-31");
  CHECK(resolve("trước ngày 20 hằng tháng", context).recurrence->before == false);
  context.before_day = BeforeDay::strict;
  CHECK(test::to_text(resolve("trước ngày 15/4/2025", context)) == "- 2025-04-14");
}

TEST_CASE("the year comes from the phrase, then the heading, the period, the day of issue") {
  ExpressionContext context;
  context.issued = parse_day("2023-06-01");
  CHECK(test::to_text(resolve("Quý I", context)) == "2023-01-01 2023-03-31");
  context.period = DayRange{*parse_day("2024-01-01"), *parse_day("2024-12-31")};
  CHECK(test::to_text(resolve("Quý I", context)) == "2024-01-01 2024-03-31");
  context.heading_year = 2025;
  CHECK(test::to_text(resolve("Quý I", context)) == "2025-01-01 2025-03-31");
  CHECK(test::to_text(resolve("Quý I/2026", context)) == "2026-01-01 2026-03-31");
}

TEST_CASE("what cannot be resolved has a reason in both languages, and nothing else has") {
  for (const auto& [phrase, expected, context] : cases()) {
    const auto window = resolve(phrase, context);
    CAPTURE(phrase);
    CHECK(window.resolved == window.reason.vi.empty());
    CHECK(window.reason.vi.empty() == window.reason.en.empty());
    CHECK(window.warning.vi.empty() == window.warning.en.empty());
    CHECK(window.phrase == to_nfc(phrase));
    CHECK_FALSE((window.start && window.due && window.resolved && *window.due < *window.start));
  }
}

TEST_CASE("the reason names the word that turns the time, and no day of it is given") {
  const auto reason = [](const char* phrase) {
    const auto window = resolve(phrase, {});
    CHECK_FALSE(window.resolved);
    CHECK_FALSE(window.waits);
    CHECK_FALSE((window.start || window.end || window.due || window.planned));
    return window.reason.vi;
  };
  const auto names = [](const std::string& text, const char* word) {
    return text.find("“" + std::string{word} + "”") != std::string::npos;
  };
  CHECK(names(reason("ngoài tháng 4/2025"), "ngoài"));
  CHECK(names(reason("Không tổ chức hội nghị vào tháng 4/2025"), "không"));
  CHECK(names(reason("hoãn hội nghị tháng 4/2025"), "hoãn"));
  CHECK(names(reason("từ 2025 trở về trước"), "trở về trước"));
  CHECK(names(reason("2 tháng đầu quý II/2025"), "tháng đầu"));
}

TEST_CASE("days that do not count are said, and a phrase of nothing else is not resolved") {
  const auto warning = resolve("năm 2025, trừ tháng 2/2025", {}).warning.vi;
  CHECK(warning.find("không tính 01/02/2025 - 28/02/2025") != std::string::npos);
  CHECK(resolve("trừ tháng 7/2025", {}).reason.vi.find("01/07/2025 - 31/07/2025") !=
        std::string::npos);
  CHECK(
      resolve("năm 2025, trừ trường hợp đặc biệt", {}).warning.vi.find("trừ trường hợp đặc biệt") !=
      std::string::npos);
}

TEST_CASE("before a rough time is before the day that the law gives for it, and that is said") {
  CHECK(resolve("trước cuối tháng 6/2025", {}).warning.vi ==
        "lấy mốc 30/06/2025 theo Bộ luật Dân sự, điều 146");
  CHECK(resolve("trước giữa quý II/2025", {}).reason.vi.find("trước hoặc sau ngày nào") !=
        std::string::npos);
}

TEST_CASE("next year is not said where the plan is of another year than its day of issue") {
  ExpressionContext context{.issued = parse_day("2024-11-08")};
  CHECK(resolve("Quý I năm sau", context).start == parse_day("2025-01-01"));
  context.period = DayRange{*parse_day("2025-01-01"), *parse_day("2025-12-31")};
  CHECK(resolve("Quý I năm sau", context).reason.vi.find("hãy ghi năm") != std::string::npos);
}

TEST_CASE("a day after mùng is taken of the solar calendar unless the other is named, and said") {
  CHECK(resolve("mùng 10 tháng 3 năm 2025", {}).warning.vi.find("10/03/2025 dương lịch") !=
        std::string::npos);
  CHECK(resolve("mùng 10 tháng 3 âm lịch năm 2025", {}).warning.vi.empty());
  CHECK(resolve("mùng 8 tháng Giêng năm 2025", {}).warning.vi.empty());
}

TEST_CASE("a time of day without a day says that the day is missing") {
  CHECK(resolve("trước 5 giờ chiều", {}).reason.vi == "chỉ có giờ, không có ngày: hãy ghi ngày");
}

TEST_CASE("a lunar month that the year does not have is said") {
  CHECK(resolve("tháng 5 nhuận năm 2025", {}).reason.vi ==
        "năm 2025 âm lịch không có tháng 5 nhuận: hãy ghi ngày dương lịch");
  CHECK(resolve("ngày 10/3 năm Ất Tỵ", {}).reason.vi.find("“ngày 10/3 năm ất tỵ”") !=
        std::string::npos);
}

TEST_CASE("a month that a range did not print for one of its ends is said") {
  const auto warning = [](const char* phrase) { return resolve(phrase, {}).warning.vi; };
  CHECK(warning("từ ngày 28 đến 02/5/2025") == "ngày 28 hiểu là của tháng 4");
  CHECK(warning("từ ngày 28/12/2025 đến ngày 02") == "ngày 2 hiểu là của tháng 1");
  CHECK(warning("từ ngày 02 đến 28/5/2025").empty());
}

TEST_CASE("a limit that is a range, or a length apart from its first day, is not resolved") {
  const auto reason = [](const char* phrase) {
    const auto window = resolve(phrase, {});
    INFO(phrase);
    CHECK_FALSE(window.resolved);
    return window.reason.vi;
  };
  for (const char* phrase : {"trước ngày 01/4 đến ngày 15/4/2025", "chậm nhất 15 - 20/4/2025",
                             "đến ngày 15/4/2025 - 20/4/2025"}) {
    CHECK(reason(phrase).find("hạn là một khoảng thời gian") == 0);
  }
  for (const char* phrase : {"trong 3 ngày, từ ngày 15/4/2025", "trong 03 ngày (từ ngày 15/4/2025)",
                             "3 ngày, từ ngày 15/4/2025", "02 ngày, bắt đầu từ ngày 15/4/2025"}) {
    CHECK(reason(phrase).find("có thời hạn và ngày bắt đầu rời nhau") == 0);
  }
  for (const char* phrase : {"trước 5 ngày", "trước 5 ngày làm việc tính đến ngày 15/4/2025"}) {
    CHECK(reason(phrase).find("không rõ tính từ ngày nào") != std::string::npos);
  }
  CHECK(reason("một tháng rưỡi kể từ ngày 15/4/2025").find("“rưỡi”") != std::string::npos);
  CHECK(reason("một trăm ngày kể từ ngày 15/4/2025").find("“trăm ngày”") != std::string::npos);
}

TEST_CASE("what is done on demand waits, but for no document") {
  const auto window = resolve("đột xuất", {});
  CHECK(window.waits);
  CHECK(window.reason.vi.find("đột xuất") != std::string::npos);
  CHECK(window.reason.vi.find("văn bản") == std::string::npos);
}

TEST_CASE("phrases that are too long or no text are refused with a reason") {
  CHECK(resolve(std::string(phrase_bytes_max + 1, 'a'), {}).reason.en.find("too long") !=
        std::string::npos);
  CHECK(resolve("Qu\xFF I/2025", {}).reason.en.find("UTF-8") != std::string::npos);
  CHECK_FALSE(resolve("", {}).resolved);
  CHECK_FALSE(resolve(std::string("a\0b", 3), {}).resolved);
}

TEST_CASE("long phrases of any shape are read in bounded time") {
  for (const char* piece :
       {"15, ", "15-", "(", "tháng 4, ", "từ ", "quý I, ", "trước ngày ", "1/1/2025 và ",
        "trong 5 ngày kể từ ", "dự kiến ", "hằng tháng ", "khoảng ", "số 1/"}) {
    std::string phrase;
    while (phrase.size() + 20 < phrase_bytes_max) {
      phrase += piece;
    }
    CAPTURE(piece);
    (void)resolve(phrase, {});
  }
  SUCCEED();
}

TEST_CASE("a length of time is read alone") {
  CHECK(parse_limit("5 ngày làm việc") == Limit{5, LimitUnit::working_day});
  CHECK(parse_limit("05 ngày") == Limit{5, LimitUnit::day});
  CHECK(parse_limit("hai tuần") == Limit{2, LimitUnit::week});
  CHECK(parse_limit("ba mươi (30) ngày") == Limit{30, LimitUnit::day});
  CHECK(parse_limit("1 năm") == Limit{1, LimitUnit::year});
  CHECK_FALSE(parse_limit("5"));
  CHECK_FALSE(parse_limit("ngày"));
  CHECK_FALSE(parse_limit("5 ngày 3"));
  CHECK_FALSE(parse_limit("24 giờ"));
  CHECK_FALSE(parse_limit("999999999 ngày"));
}

TEST_CASE("the days with names that a phrase waits for are those with which it is resolved") {
  ExpressionContext context;
  context.period = DayRange{parse_day("2025-01-01").value(), parse_day("2025-12-31").value()};
  const auto awaited = [&](std::string_view phrase) { return awaited_days(phrase, context); };
  using Names = std::vector<std::string>;
  CHECK(awaited("trước ngày khai mạc 10 ngày") == Names{"ngày khai mạc"});
  CHECK(awaited("95 ngày trước ngày bầu cử") == Names{"ngày bầu cử"});
  CHECK(awaited("Sau ngày Bế mạc Hội chợ 5 ngày") == Names{"ngày Bế mạc Hội chợ"});
  CHECK(awaited("ngày khai mạc") == Names{"ngày khai mạc"});
  CHECK(awaited("từ ngày khai mạc đến ngày bế mạc") == Names{"ngày khai mạc", "ngày bế mạc"});
  context.anchors["ngày khai mạc"] = parse_day("2025-04-20").value();
  CHECK(awaited("từ ngày khai mạc đến ngày bế mạc") == Names{"ngày bế mạc"});
  for (const auto* phrase : {"trước ngày khai mạc 10 ngày", "Quý II/2025", "theo Kế hoạch chi tiết",
                             "sau khi ban hành Hướng dẫn", "\xff", ""}) {
    CAPTURE(phrase);
    CHECK(awaited(phrase).empty());
  }
}
