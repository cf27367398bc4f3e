#include "journal/json_cursor.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstring>
#include <utility>

namespace tiendo::journal {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// What ends a run of plain characters in a string.
constexpr std::array<bool, 256> is_special = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) {
    table[c] = true;
  }
  table['"'] = true;
  table['\\'] = true;
  return table;
}();

const char* after_plain(const char* at, const char* end) {
  while (at != end && !is_special[static_cast<unsigned char>(*at)]) {
    ++at;
  }
  return at;
}

const char* after_digits(const char* at, const char* end) {
  while (at != end && is_digit(*at)) {
    ++at;
  }
  return at;
}

void append_utf8(std::string& out, unsigned point) {
  const auto add = [&](unsigned byte) { out += static_cast<char>(byte); };
  const auto add_rest = [&](int shift) { add(0x80 | ((point >> shift) & 0x3f)); };
  if (point < 0x80) {
    add(point);
  } else if (point < 0x800) {
    add(0xc0 | (point >> 6));
    add_rest(0);
  } else if (point < 0x1'0000) {
    add(0xe0 | (point >> 12));
    add_rest(6);
    add_rest(0);
  } else {
    add(0xf0 | (point >> 18));
    add_rest(12);
    add_rest(6);
    add_rest(0);
  }
}

}  // namespace

bool JsonCursor::open(char bracket) {
  if (!take(bracket)) {
    return bracket == '{' ? fail_here("phải là một đối tượng { }", "must be an object { }")
                          : fail_here("phải là một danh sách [ ]", "must be a list [ ]");
  }
  if (++depth_ > deepest) {
    return fail_here("lồng nhau quá sâu", "nested too deep");
  }
  return true;
}

bool JsonCursor::next(char closing, bool first) {
  if (take(closing)) {
    --depth_;
    return false;
  }
  return first || take(',') ||
         fail_here("thiếu dấu phẩy hoặc dấu đóng", "a comma or the closing bracket is missing");
}

bool JsonCursor::take_name(std::string_view& name, std::string& kept) {
  return take_string(name, kept) &&
         (take(':') || fail_here("thiếu dấu hai chấm", "a colon is missing"));
}

bool JsonCursor::take_string(std::string_view& value, std::string& kept) {
  if (!take('"')) {
    return fail_here("phải là một chuỗi", "must be a string");
  }
  const char* const stop = after_plain(at_, end_);
  if (stop != end_ && *stop == '"') {
    value = {at_, static_cast<std::size_t>(stop - at_)};
    at_ = stop + 1;
    return true;
  }
  kept.clear();
  const bool taken = take_escaped(kept);
  value = kept;
  return taken;
}

bool JsonCursor::take_string(std::string& value) {
  if (!take('"')) {
    return fail_here("phải là một chuỗi", "must be a string");
  }
  value.clear();
  return take_escaped(value);
}

bool JsonCursor::take_escaped(std::string& value) {
  while (true) {
    const char* const stop = after_plain(at_, end_);
    value.append(at_, stop);
    at_ = stop;
    if (at_ == end_) {
      return fail_here("chuỗi không kết thúc", "the string does not end");
    }
    const char special = *at_;
    if (special != '"' && special != '\\') {
      return fail_here("ký tự điều khiển trong chuỗi", "a control character in a string");
    }
    ++at_;
    if (special == '"') {
      return true;
    }
    if (!take_escape(value)) {
      return fail_here("mã thoát sai sau dấu \\", "a wrong escape after \\");
    }
  }
}

bool JsonCursor::take_escape(std::string& value) {
  constexpr std::string_view written = "\"\\/bfnrt";
  constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
  if (at_ == end_) {
    return false;
  }
  const char escape = *at_++;
  if (escape == 'u') {
    return take_code_point(value);
  }
  const auto place = written.find(escape);
  if (place == std::string_view::npos) {
    return false;
  }
  value += meant[place];
  return true;
}

bool JsonCursor::take_code_point(std::string& value) {
  unsigned point = 0;
  if (!take_code_unit(point) || (point >= 0xdc00 && point < 0xe000)) {
    return false;
  }
  if (point >= 0xd800 && point < 0xdc00) {
    unsigned low = 0;
    if (end_ - at_ < 2 || at_[0] != '\\' || at_[1] != 'u') {
      return false;
    }
    at_ += 2;
    if (!take_code_unit(low) || low < 0xdc00 || low >= 0xe000) {
      return false;
    }
    point = 0x1'0000 + ((point - 0xd800) << 10) + (low - 0xdc00);
  }
  append_utf8(value, point);
  return true;
}

bool JsonCursor::take_code_unit(unsigned& unit) {
  if (end_ - at_ < 4) {
    return false;
  }
  const auto read = std::from_chars(at_, at_ + 4, unit, 16);
  at_ += 4;
  return read.ec == std::errc{} && read.ptr == at_;
}

bool JsonCursor::take_bool(bool& value) {
  value = take_word("true");
  return value || take_word("false") ||
         fail_here("phải là true hoặc false", "must be true or false");
}

/// Views a number as RFC 8259 has them; empty where there is none.
std::string_view JsonCursor::take_number() {
  skip_space();
  const char* const start = at_;
  const char* at = at_;
  at += at != end_ && *at == '-' ? 1 : 0;
  const char* const digits = at;
  at = after_digits(at, end_);
  if (at == digits || (*digits == '0' && at - digits > 1)) {
    return {};
  }
  if (at != end_ && *at == '.') {
    const char* const fraction = ++at;
    at = after_digits(at, end_);
    if (at == fraction) {
      return {};
    }
  }
  if (at != end_ && (*at == 'e' || *at == 'E')) {
    ++at;
    at += at != end_ && (*at == '-' || *at == '+') ? 1 : 0;
    const char* const exponent = at;
    at = after_digits(at, end_);
    if (at == exponent) {
      return {};
    }
  }
  at_ = at;
  return {start, static_cast<std::size_t>(at - start)};
}

template <class Number>
bool JsonCursor::read_number(Number& number) {
  const auto text = take_number();
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (!text.empty() && read.ec == std::errc{} && read.ptr == end) {
    return true;
  }
  at_ -= text.size();
  return false;
}

bool JsonCursor::take_whole(std::int64_t& number) {
  return read_number(number) || fail_here("phải là một số nguyên", "must be a whole number");
}

bool JsonCursor::take_whole(std::uint64_t& number) {
  return read_number(number) ||
         fail_here("phải là một số nguyên không âm", "must be a whole number, not negative");
}

bool JsonCursor::take_double(double& number) {
  return read_number(number) || fail_here("phải là một số", "must be a number");
}

bool JsonCursor::take_end() {
  skip_space();
  return at_ == end_ || fail_here("còn thừa phía sau", "something follows the end");
}

void JsonCursor::skip_space() {
  while (at_ != end_ && is_space(*at_)) {
    ++at_;
  }
}

bool JsonCursor::take(char c) {
  skip_space();
  if (at_ == end_ || *at_ != c) {
    return false;
  }
  ++at_;
  return true;
}

bool JsonCursor::take_word(std::string_view word) {
  skip_space();
  if (static_cast<std::size_t>(end_ - at_) < word.size() ||
      std::memcmp(at_, word.data(), word.size()) != 0) {
    return false;
  }
  at_ += word.size();
  return true;
}

bool JsonCursor::fail(Text what) {
  if (!failed_) {
    failed_ = true;
    error_.message = std::move(what);
  }
  return false;
}

bool JsonCursor::fail_here(std::string_view vi, std::string_view en) {
  const auto byte = at_ - begin_;
  return fail(
      {fmt::format("{} (byte thứ {})", vi, byte), fmt::format("{} (at byte {})", en, byte)});
}

void JsonCursor::was_in(std::string_view member) {
  const bool joined = error_.where.empty() || error_.where.front() == '[';
  error_.where.insert(0, fmt::format("{}{}", member, joined ? "" : "."));
}

void JsonCursor::was_in(std::size_t element) {
  const bool joined = error_.where.empty() || error_.where.front() == '[';
  error_.where.insert(0, fmt::format("[{}]{}", element, joined ? "" : "."));
}

}  // namespace tiendo::journal
