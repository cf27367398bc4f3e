#include <catch2/catch.hpp>

#include "calendar/expression.hpp"

using namespace tiendo;
using namespace tiendo::calendar;

namespace {

Window in_2025(const char* phrase) {
  return resolve(phrase, {.period = DayRange{*parse_day("2025-01-01"), *parse_day("2025-12-31")}});
}

/// Whether the phrase is not resolved, without a day, and its reason holds `words`.
bool refused(const char* phrase, const char* words) {
  const auto window = in_2025(phrase);
  INFO(phrase << ": " << window.reason.vi);
  CHECK_FALSE((window.start || window.end || window.due));
  return !window.resolved && window.reason.vi.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a recurrence does not keep one of several days in silence") {
  const char* several = "nhiều ngày trong một kỳ";
  CHECK(refused("thứ 2, thứ 4, thứ 6 hằng tuần", several));
  CHECK(refused("T2, T4, T6 hằng tuần", several));
  CHECK(refused("hằng tuần vào các ngày thứ Hai và ngày thứ Tư", several));
  CHECK(refused("ngày 15 và 30 hằng tháng", several));
  CHECK(refused("trước ngày 5, 15, 25 hằng tháng", several));
  CHECK(refused("15/3 và 20/9 hằng năm", several));
  CHECK(refused("trước ngày 15/12 hằng năm và trước ngày 15/6 hằng năm", several));
  CHECK(refused("trong quý I, trước ngày 15/3 hằng năm", several));
  CHECK(refused("hằng tháng (ngày 25), hằng quý (ngày 20 tháng cuối quý)", several));
}

TEST_CASE("a recurrence on a day that no month has is refused") {
  CHECK(refused("ngày 32 hằng tháng", "không có ngày 32"));
  CHECK(refused("trước ngày 0 hằng tháng", "không có ngày 0"));
  CHECK(refused("ngày 32 tháng cuối quý", "không có ngày 32"));
  CHECK(in_2025("ngày 31 hằng tháng").recurrence->day == 31);
}

TEST_CASE("a recurrence that prints only where each period begins is refused") {
  for (const char* phrase : {"sau ngày 25 hằng tháng", "từ ngày 25 hằng tháng",
                             "sau ngày 20/11 hằng năm", "từ tháng 11 hằng năm"}) {
    CHECK(refused(phrase, "không có hạn"));
  }
  CHECK(in_2025("hằng tháng từ tháng 3").start == parse_day("2025-03-01"));
  CHECK(in_2025("từ ngày 20 đến ngày 25 hằng tháng").recurrence->day == 25);
}

TEST_CASE("the same day so many months apart is one recurrence") {
  const Recurrence quarterly{
      .every = Frequency::monthly, .interval = 3, .month = 3, .day = 10, .before = true};
  CHECK(in_2025("trước ngày 10 tháng 3, 6, 9, 12 hằng năm").recurrence == quarterly);
  CHECK(in_2025("trước ngày 10/3, 10/6, 10/9, 10/12 hằng năm").recurrence == quarterly);
  CHECK(in_2025("trước ngày 10 các tháng 3, 6, 9 và 12 hằng năm").recurrence == quarterly);
  const Recurrence quarters{.every = Frequency::monthly, .interval = 3, .month = 3};
  CHECK(in_2025("quý I, II, III, IV hằng năm").recurrence == quarters);
  CHECK(in_2025("ngày 31/3, 30/6, 30/9, 31/12 hằng năm").recurrence == quarters);
}

TEST_CASE("so many times a period that do not divide it are due at its end, and said") {
  const auto window = in_2025("02 lần/tháng");
  CHECK(window.recurrence == Recurrence{.every = Frequency::monthly});
  CHECK(window.warning.vi == "2 lần mỗi kỳ, không rõ những ngày nào; hạn là cuối kỳ");
  CHECK(in_2025("5 lần/năm").warning.vi.find("5 lần mỗi kỳ") == 0);
  CHECK(in_2025("3 lần/tuần").warning.vi.find("3 lần mỗi kỳ") == 0);
  CHECK(in_2025("4 lần/năm").warning.vi.empty());
}

TEST_CASE("days that are counted from no day that is said do not come back") {
  CHECK(refused("15 ngày/lần", "chu kỳ 15 ngày"));
  CHECK(refused("mỗi 10 ngày", "chu kỳ 10 ngày"));
  CHECK(in_2025("14 ngày một lần").recurrence ==
        Recurrence{.every = Frequency::weekly, .interval = 2});
}

TEST_CASE("lunar days and weeks of a month do not come back on another day") {
  CHECK(refused("10/3 âm lịch hằng năm", "ngày âm lịch"));
  CHECK(refused("rằm tháng Giêng hằng năm", "ngày âm lịch"));
  CHECK(refused("rằm hằng tháng", "“rằm”"));
  CHECK(refused("dịp Tết Nguyên đán hằng năm", "“tết nguyên đán”"));
  CHECK(refused("tuần thứ hai của mỗi tháng", "“tuần thứ hai của”"));
  CHECK(refused("thứ Sáu tuần thứ ba hằng tháng", "“tuần thứ ba”"));
  CHECK(refused("đầu mỗi tuần", "“đầu”"));
  CHECK(refused("ngày mùng 1 âm lịch hằng tháng", "ngày âm lịch"));
  CHECK(refused("hằng tháng, thứ Hai tuần đầu", "chu kỳ theo thứ"));
}

TEST_CASE("several times beside what goes on or comes back do not become the last of them") {
  for (const char* phrase :
       {"2 lần/năm (6 tháng đầu năm và cuối năm)", "Thường xuyên trong quý I và quý III/2025"}) {
    const auto window = in_2025(phrase);
    INFO(phrase);
    CHECK_FALSE(window.resolved);
    CHECK(window.reason.vi.find("có nhiều khoảng thời gian") == 0);
  }
  CHECK(in_2025("mỗi quý 02 tin bài").warning.vi.find("2 lần mỗi kỳ") == 0);
  CHECK(in_2025("hằng tháng, 3 tháng, 6 tháng, năm").warning.vi.find("có nhiều chu kỳ") == 0);
}

TEST_CASE("several recurrences, and several ends beside one, are said") {
  CHECK(in_2025("Báo cáo hằng tháng/quý/năm").warning.vi.find("nhiều chu kỳ") != std::string::npos);
  CHECK(in_2025("hằng tháng, quý và năm").warning.vi.find("nhiều chu kỳ") != std::string::npos);
  const auto ends = in_2025("định kỳ 6 tháng (trước ngày 10/6) và năm (trước ngày 10/12)");
  CHECK(ends.warning.vi.find("nhiều thời điểm rời nhau") != std::string::npos);
  CHECK(ends.due == parse_day("2025-12-09"));
}
