#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/text.hpp"
#include "model/target.hpp"

namespace tiendo::definition {

/// What a planned value says as offices print it: "trên 50 HTX", "tăng 10 % so với năm 2024".
struct PlannedValue {
  double value = 0;
  model::Comparison comparison = model::Comparison::at_least;
  model::Measure measure = model::Measure::amount;
  std::string unit;  // of an amount, where it is printed
  std::string base;  // of growth or a share, where it is printed
};

/// Reads one: words of comparison, a number with decimal comma and dots between thousands, a unit
/// or a percent sign. Without words of comparison it is "at least". Fails with what is wrong and
/// what would be right.
[[nodiscard]] Result<PlannedValue> parse_planned_value(std::string_view text);

/// What is wrong with a planned value of 0, and what would be right.
[[nodiscard]] Text planned_nothing();

/// A number as printed: "1.234,5". Nothing where it is none, or where the dot does not stand before
/// three digits.
[[nodiscard]] std::optional<double> parse_printed_number(std::string_view text);

}  // namespace tiendo::definition
