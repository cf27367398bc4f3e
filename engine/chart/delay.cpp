#include "chart/delay.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <numeric>
#include <utility>

namespace tiendo::chart {
namespace {

using std::chrono::microseconds;

/// Longest unit first, the way `to_string` tries them.
constexpr std::array<std::pair<std::string_view, microseconds>, 6> units{{
    {"d", std::chrono::hours{24}},
    {"h", std::chrono::hours{1}},
    {"m", std::chrono::minutes{1}},
    {"s", std::chrono::seconds{1}},
    {"ms", std::chrono::milliseconds{1}},
    {"us", microseconds{1}},
}};

constexpr std::size_t most_digits = 12;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Cuts the digits off the front of `text`; nothing if there are none or too many.
std::optional<std::int64_t> take_number(std::string_view& text) {
  std::size_t count = 0;
  std::int64_t value = 0;
  while (count < text.size() && is_digit(text[count])) {
    value = value * 10 + (text[count] - '0');
    if (++count > most_digits) {
      return std::nullopt;
    }
  }
  text.remove_prefix(count);
  return count == 0 ? std::nullopt : std::optional{value};
}

/// The part of `unit` that `decimals` stands for, the digits behind the point, `places` of them;
/// nothing where that is no whole number of microseconds.
std::optional<microseconds> fraction_of(microseconds unit, std::int64_t decimals,
                                        std::size_t places) {
  std::int64_t parts = 1;
  for (; places > 0; --places) {
    parts *= 10;
  }
  const auto common = std::gcd(unit.count(), parts);
  parts /= common;
  if (decimals % parts != 0) {
    return std::nullopt;
  }
  return microseconds{unit.count() / common * (decimals / parts)};
}

}  // namespace

std::optional<Delay> parse_delay(std::string_view text) {
  const auto whole = take_number(text);
  if (!whole) {
    return std::nullopt;
  }
  if (text == "wd") {
    const auto count = static_cast<int>(std::min<std::int64_t>(*whole, 1'000'000));
    return std::chrono::days{count} <= longest_delay ? std::optional<Delay>{WorkingDays{count}}
                                                     : std::nullopt;
  }
  std::optional<std::int64_t> decimals{0};
  std::size_t places = 0;
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    places = text.size();
    decimals = take_number(text);
    places -= text.size();
  }
  if (!decimals) {
    return std::nullopt;
  }
  for (const auto& [name, unit] : units) {
    if (name == text && *whole <= longest_delay / unit) {
      const auto fraction = fraction_of(unit, *decimals, places);
      return fraction && unit * *whole + *fraction <= longest_delay
                 ? std::optional<Delay>{unit * *whole + *fraction}
                 : std::nullopt;
    }
  }
  return std::nullopt;
}

std::string to_string(const Delay& delay) {
  if (const auto* days = std::get_if<WorkingDays>(&delay)) {
    return fmt::format("{}wd", days->count);
  }
  const auto time = std::get<microseconds>(delay);
  if (time == microseconds{0}) {
    return "0s";
  }
  for (const auto& [name, unit] : units) {
    if (time % unit == microseconds{0}) {
      return fmt::format("{}{}", time / unit, name);
    }
  }
  return {};
}

}  // namespace tiendo::chart
