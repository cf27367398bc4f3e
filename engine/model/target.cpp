#include "model/target.hpp"

#include <cmath>

namespace tiendo::model {
namespace {

/// Values have at most six decimals; what arithmetic adds behind them is taken off.
double rounded(double value) {
  constexpr double decimals = 1e6;
  return std::round(value * decimals) / decimals;
}

bool is_met(Comparison comparison, double reached, double planned) {
  switch (comparison) {
    case Comparison::at_least:
      return reached >= planned;
    case Comparison::more_than:
      return reached > planned;
    case Comparison::at_most:
      return reached <= planned;
    case Comparison::less_than:
      return reached < planned;
  }
  return false;
}

}  // namespace

std::optional<Achievement> achievement(const Target& target, const Result& result) {
  const auto base = result.base ? result.base : target.base;
  const bool is_percentage = target.measure == Measure::share && !base;
  if (target.measure == Measure::amount || is_percentage) {
    return Achievement{.percent = rounded(100 * result.value / target.plan),
                       .measured = is_percentage ? std::optional{result.value} : std::nullopt,
                       .base = {},
                       .met = is_met(target.comparison, result.value, target.plan)};
  }
  if (!base || *base <= 0) {
    return std::nullopt;
  }
  const bool grows = target.measure == Measure::growth;
  const double percent_of_base = rounded(100 * result.value / *base);
  const double measured = rounded(percent_of_base - (grows ? 100 : 0));
  const double planned_of_base = target.plan + (grows ? 100 : 0);
  return Achievement{.percent = rounded(100 * percent_of_base / planned_of_base),
                     .measured = measured,
                     .base = base,
                     .met = is_met(target.comparison, measured, target.plan)};
}

}  // namespace tiendo::model
