#include "api/calendar_json.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "api/json_parts.hpp"
#include "calendar/expression.hpp"
#include "calendar/lunar.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;
using calendar::WorkingDays;

Error unknown_day(Day day) {
  return {{fmt::format("{} nằm ngoài các năm có lịch: 1968 đến 2053", to_vietnamese(day)),
           fmt::format("{} is outside the years that are known: 1968 to 2053", to_string(day))},
          {}};
}

json::array days_json(const std::vector<Day>& days) {
  json::array all;
  for (const Day day : days) {
    all.push_back(json::value(to_string(day)));
  }
  return all;
}

}  // namespace

Result<json::object> lunar_json(Day day, const WorkingDays& working_days) {
  const auto date = working_days.covers(day) ? calendar::lunar_of(day) : std::nullopt;
  if (!date) {
    return unknown_day(day);
  }
  return json::object{{"date", to_string(day)},
                      {"lunar_day", date->day},
                      {"lunar_month", date->month},
                      {"leap", date->leap},
                      {"lunar_year", date->year}};
}

Result<json::object> day_json(Day day, const WorkingDays& working_days, Language language) {
  if (!working_days.covers(day)) {
    return unknown_day(day);
  }
  return json::object{{"date", to_string(day)},
                      {"working", working_days.is_working(day)},
                      {"why", working_days.why(day).in(language)},
                      {"next_working", to_string(working_days.next_on_or_after(day))},
                      {"previous_working", to_string(working_days.previous_on_or_before(day))}};
}

Result<json::object> year_json(const std::string& text, const WorkingDays& working_days) {
  const bool number = text.size() == 4 && text.find_first_not_of("0123456789") == text.npos;
  const int year = number ? std::stoi(text) : 0;
  if (year < WorkingDays::first_year || year > WorkingDays::last_year) {
    return Error{{"năm phải từ 1968 đến 2053", "the year has to be from 1968 to 2053"}, {}};
  }
  const auto holidays = working_days.year(year);
  const DayRange all{Day{std::chrono::year{year} / 1 / 1}, Day{std::chrono::year{year} / 12 / 31}};
  return json::object{{"year", year},
                      {"notice", text_or_null(holidays.notice)},
                      {"provisional", working_days.provisional(year)},
                      {"days_off", days_json(holidays.days_off)},
                      {"saturdays_worked", days_json(holidays.saturdays_worked)},
                      {"working_days", working_days.count(all)}};
}

std::optional<Length> read_length(std::string text) {
  constexpr std::string_view before = " trước";
  Length length;
  if (text.starts_with('-')) {
    length.back = true;
    text.erase(0, 1);
  } else if (text.ends_with(before)) {
    length.back = true;
    text.erase(text.size() - before.size());
  }
  const auto limit = calendar::parse_limit(text);
  if (!limit) {
    return std::nullopt;
  }
  length.limit = *limit;
  return length;
}

Result<json::object> added_json(Day from, const std::string& text,
                                const WorkingDays& working_days) {
  if (!working_days.covers(from)) {
    return unknown_day(from);
  }
  const auto length = read_length(text);
  if (!length) {
    return Error{
        {"thời hạn không rõ: hãy ghi như \"5 ngày làm việc\", \"2 tuần\", \"-3 ngày\"",
         "the length is not clear: write it like \"5 ngày làm việc\", \"2 tuần\", \"-3 ngày\""},
        {}};
  }
  const Day end = length->back ? calendar::counted_back(from, length->limit, working_days)
                               : calendar::last_day_of(from, length->limit, working_days);
  if (!working_days.covers(end)) {
    return Error{{"kết quả nằm ngoài các năm có lịch: 1968 đến 2053",
                  "the result is outside the years that are known: 1968 to 2053"},
                 {}};
  }
  return json::object{{"date", to_string(end)}};
}

}  // namespace tiendo::api
