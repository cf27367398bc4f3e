#include "journal/day_text.hpp"

#include <charconv>
#include <cstdlib>

namespace tiendo::journal {
namespace {

void append_two_digits(std::string& out, unsigned number) {
  out += static_cast<char>('0' + number / 10);
  out += static_cast<char>('0' + number % 10);
}

bool are_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

int number_in(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

}  // namespace

void append_day(std::string& out, Day day) {
  const int year = static_cast<int>(day.year());
  if (year < 0 || year > 9999) {
    out += year < 0 ? '-' : '+';
  }
  const int digits = std::abs(year);
  if (digits > 9999) {
    out += static_cast<char>('0' + digits / 10'000);
  }
  append_two_digits(out, static_cast<unsigned>(digits % 10'000 / 100));
  append_two_digits(out, static_cast<unsigned>(digits % 100));
  out += '-';
  append_two_digits(out, static_cast<unsigned>(day.month()));
  out += '-';
  append_two_digits(out, static_cast<unsigned>(day.day()));
}

std::optional<Day> read_day(std::string_view text) {
  if (text.size() < 10 || text.size() > 12 || text[text.size() - 6] != '-' ||
      text[text.size() - 3] != '-') {
    return std::nullopt;
  }
  const auto month = text.substr(text.size() - 5, 2);
  const auto day = text.substr(text.size() - 2);
  auto year = text.substr(0, text.size() - 6);
  const bool negative = year.front() == '-';
  const bool is_signed = negative || year.front() == '+';
  year.remove_prefix(is_signed ? 1 : 0);
  if (year.size() < 4 || !are_digits(year) || !are_digits(month) || !are_digits(day)) {
    return std::nullopt;
  }
  const int number = number_in(year);
  const bool expanded = negative ? number > 0 : number > 9999;
  if (is_signed != expanded || (year.size() > 4 && year.front() == '0') || number > 32'767) {
    return std::nullopt;
  }
  const Day read{std::chrono::year{negative ? -number : number},
                 std::chrono::month{static_cast<unsigned>(number_in(month))},
                 std::chrono::day{static_cast<unsigned>(number_in(day))}};
  return read.ok() ? std::optional{read} : std::nullopt;
}

}  // namespace tiendo::journal
