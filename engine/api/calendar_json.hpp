#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "calendar/limits.hpp"
#include "calendar/working_days.hpp"

namespace tiendo::api {

// Answers of the calendar. What cannot be answered is an error without a place: the message is
// about the day, the year or the length alone.

/// {date, lunar_day, lunar_month, leap, lunar_year}
[[nodiscard]] Result<boost::json::object> lunar_json(Day day,
                                                     const calendar::WorkingDays& working_days);

/// {date, working, why, next_working, previous_working}
[[nodiscard]] Result<boost::json::object> day_json(Day day,
                                                   const calendar::WorkingDays& working_days,
                                                   Language language);

/// {year, notice, provisional, days_off, saturdays_worked, working_days} of a year as people write
/// it.
[[nodiscard]] Result<boost::json::object> year_json(const std::string& year,
                                                    const calendar::WorkingDays& working_days);

/// A length of time in words: "5 ngày làm việc"; back: "-3 ngày", "3 ngày trước".
struct Length {
  calendar::Limit limit;
  bool back = false;
};
[[nodiscard]] std::optional<Length> read_length(std::string text);

/// {date}: the day that lies so much after `from`, as the Civil Code counts, or before it.
[[nodiscard]] Result<boost::json::object> added_json(Day from, const std::string& length,
                                                     const calendar::WorkingDays& working_days);

}  // namespace tiendo::api
