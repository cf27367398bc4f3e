#pragma once

#include <optional>
#include <vector>

#include "calendar/expression.hpp"
#include "calendar/phrase.hpp"

namespace tiendo::calendar {

/// The days of a clause, once its years are known.
struct ClauseDays {
  std::vector<DayRange> spans;  // one, or several that do not touch
  Text remark = {};             // what was assumed
  Day end_of_first = {};        // the last day of the first moment of a range
};

/// Whether a moment of the series is without a year.
[[nodiscard]] bool lacks_year(const Series& series);
/// The last year that the series prints.
[[nodiscard]] std::optional<int> printed_year(const Series& series);

/// The days of `series` with `year` where none is printed and none follows from inside it. A year
/// (or month) printed once holds for the whole series; a range runs forwards.
[[nodiscard]] Result<ClauseDays> days_of(const Series& series, int year,
                                         const WorkingDays& working_days);

/// Those of the context, else as computed by law.
[[nodiscard]] const WorkingDays& working_days_of(const ExpressionContext& context);

/// The year that the clause gets from around it: printed elsewhere in the phrase, else heading,
/// period, day of issue. An error if none gives it or the period allows several.
[[nodiscard]] Result<int> year_around(const Phrase& phrase, std::size_t clause,
                                      const ExpressionContext& context);

}  // namespace tiendo::calendar
