#include "base/number_text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <string>

namespace tiendo {
namespace {

constexpr int percent_decimals = 2;
constexpr double percent_step = 0.01;

/// `whole`, digits alone, in threes.
std::string grouped(const std::string& whole, char between) {
  std::string all;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i > 0 && (whole.size() - i) % 3 == 0) {
      all += between;
    }
    all += whole[i];
  }
  return all;
}

std::string written(const std::string& whole, const std::string& decimals, char thousands,
                    char point) {
  return grouped(whole, thousands) + (decimals.empty() ? "" : point + decimals);
}

}  // namespace

Text number_text(double value, int decimals_max) {
  const auto digits = fmt::format("{:.{}f}", std::abs(value), decimals_max);
  const auto point = digits.find('.');
  const auto whole = digits.substr(0, point);
  auto decimals = point == std::string::npos ? std::string{} : digits.substr(point + 1);
  decimals.erase(decimals.find_last_not_of('0') + 1);
  const bool is_nothing = decimals.empty() && whole == "0";
  const std::string sign = value < 0 && !is_nothing ? "-" : "";
  return {sign + written(whole, decimals, '.', ','), sign + written(whole, decimals, ',', '.')};
}

Text percent_text(double percent, double bound) {
  double shown = std::round(percent / percent_step) * percent_step;
  if (percent != bound && std::abs(shown - bound) < percent_step / 2) {
    shown = bound + (percent < bound ? -percent_step : percent_step);
  }
  const auto number = number_text(shown, percent_decimals);
  return {number.vi + " %", number.en + "%"};
}

}  // namespace tiendo
