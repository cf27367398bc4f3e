#include "journal/json_reader.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "journal/day_text.hpp"

namespace tiendo::journal {

bool JsonReader::read_value(Day& day) {
  std::string_view text;
  if (!cursor_.take_string(text, kept_)) {
    return false;
  }
  const auto read = read_day(text);
  if (!read) {
    return cursor_.fail({fmt::format("“{}” không phải là ngày dạng 2025-04-20", text),
                         fmt::format("'{}' is not a day like 2025-04-20", text)});
  }
  day = *read;
  return true;
}

bool JsonReader::read_value(std::chrono::weekday& day) {
  std::uint64_t number = 0;
  if (!cursor_.take_whole(number)) {
    return false;
  }
  if (number < 1 || number > 7) {
    return cursor_.fail(
        {fmt::format("ngày trong tuần là số từ 1 (thứ Hai) đến 7, không phải {}", number),
         fmt::format("a weekday is a number from 1 (Monday) to 7, not {}", number)});
  }
  day = std::chrono::weekday{static_cast<unsigned>(number)};
  return true;
}

std::size_t JsonReader::find_name(std::span<const std::string_view> names, std::string_view name,
                                  std::size_t expected) {
  for (std::size_t place = expected; place < names.size(); ++place) {
    if (names[place] == name) {
      return place;
    }
  }
  for (std::size_t place = 0; place < expected; ++place) {
    if (names[place] == name) {
      return place;
    }
  }
  return names.size();
}

bool JsonReader::fail_range(int bits) {
  return cursor_.fail({fmt::format("số quá lớn hoặc quá nhỏ (tối đa {} bit)", bits),
                       fmt::format("the number does not fit into {} bits", bits)});
}

bool JsonReader::fail_name(std::string_view given, std::span<const std::string_view> names) {
  return cursor_.fail(
      {fmt::format("“{}” không phải là một trong: {}", given, fmt::join(names, ", ")),
       fmt::format("'{}' is none of: {}", given, fmt::join(names, ", "))});
}

bool JsonReader::fail_missing(std::string_view field) {
  return cursor_.fail(
      {fmt::format("thiếu trường “{}”", field), fmt::format("the field '{}' is missing", field)});
}

bool JsonReader::fail_unknown(std::string_view field, std::span<const std::string_view> names) {
  return cursor_.fail(
      {fmt::format("không có trường “{}”; các trường là: {}", field, fmt::join(names, ", ")),
       fmt::format("there is no field '{}'; the fields are: {}", field, fmt::join(names, ", "))});
}

bool JsonReader::fail_twice(std::string_view field) {
  return cursor_.fail({fmt::format("trường “{}” có hai lần", field),
                       fmt::format("the field '{}' is there twice", field)});
}

bool JsonReader::fail_key() {
  return cursor_.fail({"đã có một mục cùng mã ở trước", "there is one of the same id before it"});
}

bool JsonReader::fail_one() {
  return cursor_.fail({"phải có đúng một trường", "must have exactly one field"});
}

}  // namespace tiendo::journal
