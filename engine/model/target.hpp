#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/time.hpp"
#include "model/ids.hpp"
#include "model/lifecycle.hpp"

namespace tiendo::model {

/// How a result is held against what was planned: "trên 50" is more_than.
enum class Comparison : std::uint8_t { at_least, more_than, at_most, less_than };

template <>
inline std::span<const std::string_view> names_of<Comparison>() {
  static constexpr std::array<std::string_view, 4> names{"at_least", "more_than", "at_most",
                                                         "less_than"};
  return names;
}

/// What the planned value is.
enum class Measure : std::uint8_t {
  amount,  // so many of `unit`
  growth,  // percent above the base: "tăng 10 % so với năm 2024"
  share,   // percent of the base: "75 % số HTX"
};

template <>
inline std::span<const std::string_view> names_of<Measure>() {
  static constexpr std::array<std::string_view, 3> names{"amount", "growth", "share"};
  return names;
}

/// Chỉ tiêu: what is to be reached, as declared.
struct Target {
  TargetId id;
  std::string title;
  std::string unit;    // what is counted: "HTX"; results are given in it
  double plan = 0;     // more than 0
  std::string period;  // as printed
  UnitId lead;
  Comparison comparison = Comparison::at_least;
  Measure measure = Measure::amount;
  std::string phrase;          // the planned value as printed: "trên 50"; empty: a number
  std::optional<double> base;  // of growth and shares, in `unit`; none: each result brings its own
  std::string base_text;       // what the base is: "năm 2024", "tổng số HTX"
  std::optional<DayRange> days;  // of the period; none: that of the plan

  friend bool operator==(const Target&, const Target&) = default;
};

/// Kết quả: what was reached until a day. In percent where the target is a share without a base.
struct Result {
  double value = 0;
  Day day{};
  std::string document;        // that shows it; may be empty
  bool estimated = false;      // ước đạt
  std::optional<double> base;  // of a share, where it is not that of the target

  friend bool operator==(const Result&, const Result&) = default;
};

/// A result held against its target.
struct Achievement {
  double percent = 0;              // of what was planned; above 100 is more than was asked
  std::optional<double> measured;  // of growth and shares: what `plan` is compared with, in percent
  std::optional<double> base;      // on which `measured` rests
  bool met = false;
};

/// Nothing where the base is missing or nothing.
[[nodiscard]] std::optional<Achievement> achievement(const Target& target, const Result& result);

}  // namespace tiendo::model
