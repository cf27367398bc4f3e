#include "base/time.hpp"

#include <date/date.h>
#include <fmt/format.h>

#include <sstream>

namespace tiendo {
namespace {

constexpr std::size_t longest_timestamp = 40;

/// The whole of `text` read by `format` of the date library, or nothing.
template <class T>
std::optional<T> read_whole(std::string_view text, const char* format) {
  if (text.size() > longest_timestamp) {
    return std::nullopt;
  }
  std::istringstream in{std::string{text}};
  T value{};
  in >> date::parse(format, value);
  if (in.fail() || in.peek() != std::istringstream::traits_type::eof()) {
    return std::nullopt;
  }
  return value;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::string to_string(Day day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

std::string to_vietnamese(Day day) {
  return fmt::format("{:02}/{:02}/{}", static_cast<unsigned>(day.day()),
                     static_cast<unsigned>(day.month()), static_cast<int>(day.year()));
}

std::string to_string(Timestamp instant) {
  const auto local = instant + vietnam_offset;
  const Day day{std::chrono::floor<std::chrono::days>(local)};
  const std::chrono::hh_mm_ss time{local - std::chrono::floor<std::chrono::days>(local)};
  auto text = fmt::format("{}T{:02}:{:02}:{:02}", to_string(day), time.hours().count(),
                          time.minutes().count(), time.seconds().count());
  if (time.subseconds().count() != 0) {
    text += fmt::format(".{:06}", time.subseconds().count());
  }
  return text + "+07:00";
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return std::nullopt;
  }
  for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (!is_digit(text[i])) {
      return std::nullopt;
    }
  }
  const auto number = [&](std::size_t from, std::size_t count) {
    int value = 0;
    for (const char c : text.substr(from, count)) {
      value = value * 10 + (c - '0');
    }
    return value;
  };
  const Day day{std::chrono::year{number(0, 4)},
                std::chrono::month{static_cast<unsigned>(number(5, 2))},
                std::chrono::day{static_cast<unsigned>(number(8, 2))}};
  return day.ok() ? std::optional{day} : std::nullopt;
}

std::optional<Timestamp> parse_timestamp(std::string_view text) {
  if (const auto day = parse_day(text)) {
    return instant_of(*day);
  }
  if (!text.empty() && (text.back() == 'Z' || text.back() == 'z')) {
    return read_whole<Timestamp>(text.substr(0, text.size() - 1), "%FT%T");
  }
  return read_whole<Timestamp>(text, "%FT%T%Ez");
}

}  // namespace tiendo
