#include "journal/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "journal/day_text.hpp"

namespace tiendo::journal {
namespace {

/// What stands after the backslash; `u` for those that need four digits; 0 for all others.
constexpr std::array<char, 256> escapes = [] {
  std::array<char, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) {
    table[c] = 'u';
  }
  table['"'] = '"';
  table['\\'] = '\\';
  table['\b'] = 'b';
  table['\f'] = 'f';
  table['\n'] = 'n';
  table['\r'] = 'r';
  table['\t'] = 't';
  return table;
}();

template <class Number>
void append_number(std::string& out, Number number) {
  std::array<char, 32> text;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
  out.append(text.data(), end);
}

}  // namespace

void JsonWriter::write_value(const std::string& text) {
  constexpr std::string_view digits = "0123456789abcdef";
  out_ += '"';
  const char* pending = text.data();
  const char* const end = text.data() + text.size();
  for (const char* at = pending; at != end; ++at) {
    const auto byte = static_cast<unsigned char>(*at);
    if (const char escape = escapes[byte]; escape != 0) {
      out_.append(pending, at);
      out_ += '\\';
      out_ += escape;
      if (escape == 'u') {
        out_ += "00";
        out_ += digits[byte >> 4];
        out_ += digits[byte & 15];
      }
      pending = at + 1;
    }
  }
  out_.append(pending, end);
  out_ += '"';
}

void JsonWriter::write_value(Day day) {
  check(day.ok(), "a day that is written down exists");
  out_ += '"';
  append_day(out_, day);
  out_ += '"';
}

void JsonWriter::write_value(double number) {
  check(std::isfinite(number), "a number that is written down is finite");
  append_number(out_, number);
}

void JsonWriter::write_value(std::chrono::weekday day) {
  check(day.ok(), "a weekday that is written down exists");
  append_number(out_, day.iso_encoding());
}

void JsonWriter::write_whole(std::int64_t number) {
  append_number(out_, number);
}

void JsonWriter::write_whole(std::uint64_t number) {
  append_number(out_, number);
}

}  // namespace tiendo::journal
