#include "journal/heads.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "journal/hash.hpp"

namespace tiendo::journal {
namespace {

constexpr std::string_view space = " \t\r\n";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";  // Notepad writes it
constexpr std::string_view digits = "0123456789";

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
  const auto version = take_last(line);
  Head head;
  const auto read = std::from_chars(version.data(), version.data() + version.size(), head.version);
  if (!hash || version.empty() || read.ec != std::errc{} ||
      read.ptr != version.data() + version.size() || line.empty()) {
    return std::nullopt;
  }
  head.stream = line;
  head.hash = *hash;
  return head;
}

// In either language: what was saved in one may be read in the other.
bool says_intact(std::string_view line) {
  const auto first = line.find_first_of(digits);
  if (first == std::string_view::npos) return false;
  std::uint64_t rows = 0;
  std::from_chars(line.data() + first, line.data() + line.size(), rows);
  const Text said = intact_journal(rows);
  return line == trimmed(said.vi) || line == trimmed(said.en);
}

Error no_heads(const std::string& file) {
  return Error{
      {"tệp không có đầu luồng nào để so sánh; hãy cho tệp đã giữ những gì `tiendo journal "
       "heads` in ra",
       "the file holds no head to compare with; give one that keeps what `tiendo journal "
       "heads` printed"},
      file};
}

}  // namespace

Text intact_journal(std::uint64_t rows) {
  return {fmt::format("nhật ký nguyên vẹn: {} dòng", rows),
          fmt::format("the journal is intact: {} rows", rows)};
}

std::string to_lines(const std::vector<Head>& heads) {
  std::string lines;
  for (const Head& head : heads) {
    lines += fmt::format("{} {} {}\n", head.stream, head.version, to_hex(head.hash));
  }
  return lines;
}

Result<std::vector<Head>> parse_heads(std::string_view text, const std::string& file) {
  std::vector<Head> heads;
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  for (int number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    const auto line = trimmed(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (line.empty() || line.front() == '#') continue;
    if (heads.empty() && says_intact(line)) continue;
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
  if (heads.empty()) return no_heads(file);
  return heads;
}

}  // namespace tiendo::journal
