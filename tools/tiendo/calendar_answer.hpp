#pragma once

#include <string>

#include "base/result.hpp"
#include "base/text.hpp"
#include "calendar/expression.hpp"

namespace tiendo::cli {

/// The window for a person, in a few lines.
[[nodiscard]] std::string to_lines(const calendar::Window& window, Language language);

/// A phrase with what it is to be resolved in.
struct Question {
  std::string phrase;
  calendar::ExpressionContext context;
};

/// One line of a batch: plain text, or `{"expr","issued","period":{"start","due"},"before_day"}`;
/// what it leaves out is as in `base`.
[[nodiscard]] Result<Question> read_question(const std::string& line,
                                             const calendar::ExpressionContext& base);

/// The day of a command: `2025-04-20`, or with its year as offices write it.
[[nodiscard]] Result<Day> read_date(const std::string& text);

/// A plan's period: `FIRST..LAST`, or any time expression with a beginning and an end.
[[nodiscard]] Result<DayRange> read_period(const std::string& text);

}  // namespace tiendo::cli
