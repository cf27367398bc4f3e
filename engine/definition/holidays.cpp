#include "definition/holidays.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.hpp"
#include "definition/embedded.hpp"
#include "definition/schema.hpp"
#include "definition/yaml.hpp"

namespace tiendo::definition {
namespace {

using calendar::HolidayYear;
using calendar::WorkingDays;

/// The days of a list; each in the year, and once.
std::vector<Day> read_days(const Node& list, int year, Findings& findings) {
  std::vector<Day> days;
  for (const Node& item : list.list()) {
    const auto day = parse_day(item.text());
    if (!day || static_cast<int>(day->year()) != year) {
      findings.error(item.mark(), "not_in_year",
                     {fmt::format("“{}” không phải là một ngày của năm {}", item.text(), year),
                      fmt::format("\"{}\" is not a day of {}", item.text(), year)});
    } else if (std::ranges::find(days, *day) != days.end()) {
      findings.error(item.mark(), "twice",
                     {fmt::format("ngày {} đã có ở trên", item.text()),
                      fmt::format("{} stands above already", item.text())});
    } else {
      days.push_back(*day);
    }
  }
  return days;
}

void check_saturdays(const Node& list, const HolidayYear& year, Findings& findings) {
  const auto& items = list.list();
  for (std::size_t i = 0; i < items.size() && i < year.saturdays_worked.size(); ++i) {
    const Day day = year.saturdays_worked[i];
    if (std::chrono::weekday{std::chrono::sys_days{day}} != std::chrono::Saturday) {
      findings.error(items[i].mark(), "not_a_saturday",
                     {fmt::format("{} không phải thứ Bảy", to_vietnamese(day)),
                      fmt::format("{} is not a Saturday", tiendo::to_string(day))});
    }
  }
}

std::vector<HolidayYear> read_conforming(const Node& root, Findings& findings) {
  std::vector<HolidayYear> years;
  for (const Entry& entry : root.find("years")->map()) {
    HolidayYear year{.year = std::stoi(entry.key),
                     .notice = entry.value.find("notice")->text(),
                     .days_off = {},
                     .saturdays_worked = {}};
    if (year.year < WorkingDays::first_year || year.year > WorkingDays::last_year) {
      findings.error(entry.key_mark, "year_outside",
                     {fmt::format("năm {} nằm ngoài {}-{}", year.year, WorkingDays::first_year,
                                  WorkingDays::last_year),
                      fmt::format("{} is outside {} to {}", year.year, WorkingDays::first_year,
                                  WorkingDays::last_year)});
    }
    year.days_off = read_days(*entry.value.find("days_off"), year.year, findings);
    if (const Node* worked = entry.value.find("saturdays_worked")) {
      year.saturdays_worked = read_days(*worked, year.year, findings);
      check_saturdays(*worked, year, findings);
    }
    years.push_back(std::move(year));
  }
  return years;
}

}  // namespace

Checked<std::vector<HolidayYear>> read_holidays(std::string_view text, const std::string& file) {
  Findings findings{file};
  Checked<std::vector<HolidayYear>> result;
  auto root = read_yaml(text, findings);
  if (root && conform(*root, "holidays", findings)) {
    result.value = read_conforming(*root, findings);
  }
  if (findings.has_errors()) {
    result.value.reset();
  }
  result.findings = findings.take();
  return result;
}

const std::vector<HolidayYear>& built_in_holidays() {
  static const auto years = [] {
    constexpr std::string_view path = "workflows/organisation/holidays.yaml";
    const auto text = embedded::file(path);
    check(text.has_value(), "the holidays are compiled in");
    auto read = read_holidays(*text, std::string{path});
    check(read.value.has_value(), "the holidays that are compiled in can be read");
    return std::move(*read.value);
  }();
  return years;
}

const WorkingDays& built_in_working_days() {
  static const WorkingDays working_days{built_in_holidays()};
  return working_days;
}

}  // namespace tiendo::definition
