#include "chart/delay.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>
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

/// The part of `unit` that the decimals `text` (without the point) stand for; cut to microseconds.
microseconds fraction_of(microseconds unit, std::string_view text) {
  microseconds sum{0};
  for (const char digit : text) {
    unit /= 10;
    sum += unit * (digit - '0');
  }
  return sum;
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
  std::string_view decimals;
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    const auto start = text;
    if (!take_number(text)) {
      return std::nullopt;
    }
    decimals = start.substr(0, start.size() - text.size());
  }
  for (const auto& [name, unit] : units) {
    if (name == text && *whole <= longest_delay / unit) {
      const auto time = unit * *whole + fraction_of(unit, decimals);
      return time <= longest_delay ? std::optional<Delay>{time} : std::nullopt;
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
