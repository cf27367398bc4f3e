#include "server/http_range.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "server/http_message.hpp"

namespace tiendo::server {
namespace {

/// Digits and nothing else; what does not fit is past the end of any file.
std::optional<std::uint64_t> read_number(std::string_view text) noexcept {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (end != text.data() + text.size() || error == std::errc::invalid_argument) {
    return std::nullopt;
  }
  return error == std::errc::result_out_of_range ? UINT64_MAX : number;
}

}  // namespace

std::variant<WholeFile, ByteRange, NoSuchRange> read_range(std::string_view header,
                                                           std::uint64_t size) {
  constexpr std::string_view unit = "bytes=";
  const auto dash = header.find('-');
  if (!equal_ignoring_case(header.substr(0, unit.size()), unit) || dash == std::string_view::npos ||
      header.find(',') != std::string_view::npos) {
    return WholeFile{};
  }
  const auto from = header.substr(unit.size(), dash - unit.size());
  const auto to = header.substr(dash + 1);
  const auto first = read_number(from);
  const auto last = read_number(to);
  if (from.empty() && last) {  // the last so many bytes
    const auto length = std::min(*last, size);
    return length > 0
               ? std::variant<WholeFile, ByteRange, NoSuchRange>{ByteRange{size - length, length}}
               : NoSuchRange{};
  }
  if (!first || (!last && !to.empty()) || (last && *last < *first)) {
    return WholeFile{};
  }
  if (*first >= size) {
    return NoSuchRange{};
  }
  const auto end = last ? std::min(*last, size - 1) : size - 1;
  return ByteRange{*first, end - *first + 1};
}

}  // namespace tiendo::server
