#include "journal/heads.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "journal/hash.hpp"

namespace tiendo::journal {
namespace {

constexpr std::string_view space = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(space);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(space) - first + 1);
}

// Cuts the last word off `line`.
std::string_view take_last(std::string_view& line) {
  const auto gap = line.find_last_of(space);
  const auto start = gap == std::string_view::npos ? 0 : gap + 1;
  const auto word = line.substr(start);
  line = trimmed(line.substr(0, start));
  return word;
}

std::optional<Head> parse_head(std::string_view line) {
  const auto hash = parse_hash(take_last(line));
  const auto digits = take_last(line);
  Head head;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), head.version);
  if (!hash || digits.empty() || read.ec != std::errc{} ||
      read.ptr != digits.data() + digits.size() || line.empty()) {
    return std::nullopt;
  }
  head.stream = line;
  head.hash = *hash;
  return head;
}

}  // namespace

std::string to_lines(const std::vector<Head>& heads) {
  std::string lines;
  for (const Head& head : heads) {
    lines += fmt::format("{} {} {}\n", head.stream, head.version, to_hex(head.hash));
  }
  return lines;
}

Result<std::vector<Head>> parse_heads(std::string_view text, const std::string& file) {
  std::vector<Head> heads;
  for (int number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    const auto line = trimmed(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (line.empty() || line.front() == '#') continue;
    auto head = parse_head(line);
    if (!head)
      return Error{
          {"dòng này không phải là «LUỒNG PHIÊN-BẢN MÃ-BĂM» (64 chữ số hệ 16, chữ thường); "
           "hãy chép lại nguyên văn những gì `tiendo journal verify` in ra",
           "this line is not `STREAM VERSION HASH` (64 hexadecimal digits, lower case); "
           "copy what `tiendo journal verify` printed as it is"},
          fmt::format("{}:{}", file, number)};
    heads.push_back(std::move(*head));
  }
  return heads;
}

}  // namespace tiendo::journal
