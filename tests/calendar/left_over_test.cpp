#include <catch2/catch.hpp>

#include "calendar/expression.hpp"

using namespace tiendo;
using namespace tiendo::calendar;

namespace {

/// The reason why a phrase of the plan of 2025 is not resolved; no day of it may be given.
std::string reason(const char* phrase) {
  const ExpressionContext context{
      .period = DayRange{*parse_day("2025-01-01"), *parse_day("2025-12-31")},
      .issued = parse_day("2024-11-08")};
  const auto window = resolve(phrase, context);
  INFO(phrase);
  CHECK_FALSE(window.resolved);
  CHECK_FALSE((window.start || window.end || window.due));
  return window.reason.vi;
}

bool quotes(const char* phrase, const std::string& words) {
  const auto text = reason(phrase);
  INFO(phrase << ": " << text);
  return text.find("“" + words + "”") != std::string::npos;
}

}  // namespace

TEST_CASE("a year of five digits does not become another year") {
  CHECK(quotes("ngày 15/4/99999", "ngày 15/4/99999"));
  CHECK(quotes("Tháng 4/20255", "tháng 4/20255"));
  CHECK(quotes("ngày 15 tháng 4 năm 20255", "ngày 15 tháng 4 năm 20255"));
  CHECK(quotes("Quý I/20255", "quý i/20255"));
  CHECK(quotes("15/4/2025123456789", "15/4/2025123456789"));
}

TEST_CASE("a number too many, too long or half a word leaves a date unresolved") {
  CHECK(quotes("15/4/2025/2026", "15/4/2025/2026"));
  CHECK(quotes("15/4/2025-2026", "15/4/2025-2026"));
  CHECK(quotes("năm 2025/2026", "năm 2025/2026"));
  CHECK(quotes("tháng 4/202", "tháng 4/202"));
  CHECK(quotes("ngày 155/4/2025", "155/4/2025"));
  CHECK(quotes("ngày l5/4/2025", "l5/4/2025"));
  CHECK(quotes("ngày 15/4/2O25", "ngày 15/4/2"));
  CHECK(quotes("quý I/II/2025", "quý i/ii"));
  CHECK(quotes("từ ngày 28/4 đến 02", "từ ngày 28/4 đến 02"));
  CHECK(quotes("quý I/2025, III", "quý i/2025, iii"));
  CHECK(quotes("quý I, 6 tháng, 9 tháng và năm 2025", "quý i, 6 tháng"));
  CHECK(quotes("năm 2025-2026, 2027", "năm 2025-2026, 2027"));
  CHECK(quotes("1/2 đầu năm 2025", "2 đầu năm 2025"));
  CHECK(quotes("5 đến 7 ngày kể từ ngày 15/4/2025", "5 đến 7 ngày kể từ ngày 15/4/2025"));
}

TEST_CASE("a number below nothing, or with a fraction, is not read without it") {
  CHECK(quotes("tháng -4/2025", "-4/2025"));
  CHECK(quotes("ngày -5/4/2025", "-5/4/2025"));
  CHECK(quotes("-5 ngày kể từ ngày 15/4/2025", "-5 ngày kể từ ngày 15/4/2025"));
  CHECK(quotes("1,5 tháng kể từ ngày 15/4/2025", "1,5 tháng kể từ ngày 15/4/2025"));
}

TEST_CASE("a time of day that does not exist leaves its date unresolved") {
  CHECK(quotes("trước 17h60 ngày 15/4/2025", "17h60 ngày 15/4/2025"));
  CHECK(quotes("25 giờ ngày 15/4/2025", "25 giờ ngày 15/4/2025"));
  CHECK(quotes("15 giờ sáng ngày 15/4/2025", "15 giờ sáng ngày 15/4/2025"));
  CHECK(quotes("chậm nhất 16.30 ngày 15/4", "16.30 ngày 15/4"));
  CHECK(quotes("17 giờ kém 15 ngày 15/4/2025", "17 giờ kém 15 ngày 15/4/2025"));
  CHECK(quotes("từ 22h đến 5h sáng ngày 15/4/2025", "22h đến 5h sáng ngày 15/4/2025"));
  CHECK(quotes("ngày 15/4/2025 lúc 25 giờ", "ngày 15/4/2025 lúc 25 giờ"));
  CHECK(quotes("ngày 15/4/2025, trước 17h60", "ngày 15/4/2025, trước 17h"));
}

TEST_CASE("a length beside the day that it is counted from is not left out") {
  CHECK(quotes("trước ngày 15/4/2025 khoảng 5 ngày", "trước ngày 15/4/2025 khoảng 5 ngày"));
  CHECK(quotes("trước ngày 15/4/2025 từ 5 đến 7 ngày", "trước ngày 15/4/2025 từ 5 đến 7 ngày"));
  CHECK(quotes("cách ngày 15/4/2025 5 ngày", "ngày 15/4/2025 5 ngày"));
}

TEST_CASE("numbers that belong to something else leave a time alone") {
  for (const char* phrase :
       {"Nhiệm vụ 1: quý I/2025", "đào tạo 40 giờ trong quý I/2025", "Quý I/2025, 05 HTX",
        "Quý I/2025: 100% HTX", "quý I/2025 (đợt 1)", "- quý I/2025", "02 lớp, quý I/2025"}) {
    INFO(phrase);
    CHECK(resolve(phrase, {}).due == parse_day("2025-03-31"));
  }
}
