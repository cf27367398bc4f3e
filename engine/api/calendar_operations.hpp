#pragma once

#include "api/operation.hpp"

namespace tiendo::api {

// Questions of the calendar, answered by the days off of the office.

/// What a time expression comes to.
[[nodiscard]] Response resolve_expression(const Reading& reading);
[[nodiscard]] Response get_lunar_date(const Reading& reading);
[[nodiscard]] Response get_calendar_day(const Reading& reading);
[[nodiscard]] Response get_calendar_year(const Reading& reading);
[[nodiscard]] Response add_to_day(const Reading& reading);

}  // namespace tiendo::api
