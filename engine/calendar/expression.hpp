#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "calendar/limits.hpp"
#include "calendar/window.hpp"
#include "calendar/working_days.hpp"

namespace tiendo::calendar {

/// Whether "trước ngày 15" ends on the 14th or on the 15th: offices are split, so plans say which.
enum class BeforeDay { strict, inclusive };

/// What a phrase may rest on beside itself. A year that is not printed comes from the heading,
/// else from the period, else from the day of issue, in this order.
struct ExpressionContext {
  std::optional<DayRange> period;   // of the plan
  std::optional<Day> issued;        // the date of the document
  std::optional<int> heading_year;  // of the section in which the phrase stands
  BeforeDay before_day = BeforeDay::strict;
  std::map<std::string, Day> anchors;         // days with a name: "ngày bầu cử"
  const WorkingDays* working_days = nullptr;  // for limits; none: as computed by law
};

/// The longest phrase that is read, in bytes.
inline constexpr std::size_t phrase_bytes_max = 4'000;

/// Reads a time expression as Vietnamese offices write it, alone or inside a sentence, or an ISO
/// date. Pure and total: any bytes give an answer, in time bounded by the length.
///
/// What cannot be resolved has `resolved == false` and the reason; what was found of it is filled
/// in all the same. Rules: engine/calendar/EXPRESSIONS.md.
[[nodiscard]] Window resolve(std::string_view phrase, const ExpressionContext& context);

/// The days with names ("ngày khai mạc") that the phrase waits for: were they among the anchors, it
/// would be resolved, and without one of them it says less. None where something else is missing.
[[nodiscard]] std::vector<std::string> awaited_days(std::string_view phrase,
                                                    const ExpressionContext& context);

/// A length of time alone: "5 ngày làm việc", "2 tuần". Nothing if it is anything else.
[[nodiscard]] std::optional<Limit> parse_limit(std::string_view text);

}  // namespace tiendo::calendar
