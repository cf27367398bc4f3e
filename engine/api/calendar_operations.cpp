#include "api/calendar_operations.hpp"

#include <algorithm>
#include <map>

#include "api/answers.hpp"
#include "api/calendar_json.hpp"
#include "api/lists.hpp"
#include "api/window_json.hpp"
#include "calendar/expression.hpp"

namespace tiendo::api {
namespace {

/// The day of a parameter; nothing where it was left out.
Result<std::optional<Day>> day_of(const Request& request, std::string_view parameter) {
  const auto text = query(request, parameter);
  const auto day = parse_day(text);
  if (text.empty() || day) {
    return day;
  }
  return Error{{"là một ngày như 2025-04-20", "is a day like 2025-04-20"}, std::string{parameter}};
}

/// The days with names of the parameters `anchor`: NAME=DAY.
Result<std::map<std::string, Day>> anchors_of(const Request& request) {
  std::map<std::string, Day> anchors;
  for (const auto& [name, value] : request.query) {
    if (name != "anchor") {
      continue;
    }
    const auto equals = std::min(value.find('='), value.size());
    const auto day = parse_day(std::string_view{value}.substr(std::min(equals + 1, value.size())));
    if (!day) {
      return Error{{"có dạng như “ngày bầu cử=2026-03-15”", "is like 'ngày bầu cử=2026-03-15'"},
                   "anchor"};
    }
    anchors[value.substr(0, equals)] = *day;
  }
  return anchors;
}

/// The answer to a question about one day, which `ask` knows.
template <class Ask>
Response about_day(const Reading& reading, const Ask& ask) {
  const auto day = day_of(reading.request, "date");
  if (day.has_error() || !day->has_value()) {
    return bad_parameter({{"là một ngày như 2025-04-20", "is a day like 2025-04-20"}, "date"},
                         reading.language());
  }
  const Result<boost::json::object> answer = ask(**day);
  return answer.has_error() ? bad_parameter({answer.error().message, "date"}, reading.language())
                            : json_response(*answer);
}

Result<calendar::ExpressionContext> context_of(const Reading& reading) {
  calendar::ExpressionContext context;
  context.working_days = &reading.look.working_days();
  const auto issued = day_of(reading.request, "issued");
  const auto start = day_of(reading.request, "period_start");
  const auto due = day_of(reading.request, "period_due");
  for (const auto* day : {&issued, &start, &due}) {
    if (day->has_error()) {
      return day->error();
    }
  }
  if (start->has_value() != due->has_value() || (*start && **due < **start)) {
    return Error{{"và period_due đi cùng nhau, ngày đầu trước ngày cuối",
                  "and period_due go together, the first day before the last"},
                 "period_start"};
  }
  auto anchors = anchors_of(reading.request);
  if (anchors.has_error()) {
    return anchors.error();
  }
  context.anchors.insert(anchors->begin(), anchors->end());
  context.issued = *issued;
  if (*start) {
    context.period = DayRange{**start, **due};
  }
  if (query(reading.request, "before_day") == "inclusive") {
    context.before_day = calendar::BeforeDay::inclusive;
  }
  return context;
}

}  // namespace

Response resolve_expression(const Reading& reading) {
  const auto context = context_of(reading);
  if (context.has_error()) {
    return bad_parameter(context.error(), reading.language());
  }
  if (query(reading.request, "phrase").empty()) {
    return bad_parameter(
        {{"là cụm từ cần tính: còn thiếu", "is the expression: it is missing"}, "phrase"},
        reading.language());
  }
  const auto window = calendar::resolve(query(reading.request, "phrase"), *context);
  return json_response(to_json(window, reading.language()));
}

Response get_lunar_date(const Reading& reading) {
  return about_day(reading, [&](Day day) { return lunar_json(day, reading.look.working_days()); });
}

Response get_calendar_day(const Reading& reading) {
  return about_day(reading, [&](Day day) {
    return day_json(day, reading.look.working_days(), reading.language());
  });
}

Response get_calendar_year(const Reading& reading) {
  const auto year =
      year_json(std::string{query(reading.request, "year")}, reading.look.working_days());
  return year.has_error() ? bad_parameter({year.error().message, "year"}, reading.language())
                          : json_response(*year);
}

Response add_to_day(const Reading& reading) {
  const std::string length{query(reading.request, "length")};
  if (!read_length(length)) {
    return bad_parameter({{"là một thời hạn như “5 ngày làm việc”, “-3 ngày”",
                           "is a length of time like '5 ngày làm việc', '-3 ngày'"},
                          "length"},
                         reading.language());
  }
  return about_day(reading,
                   [&](Day day) { return added_json(day, length, reading.look.working_days()); });
}

}  // namespace tiendo::api
