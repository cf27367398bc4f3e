#include "api/calendar_operations.hpp"

#include "api/answers.hpp"
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

}  // namespace tiendo::api
