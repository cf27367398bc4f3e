#include "definition/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/fold.hpp"

namespace tiendo::definition {
namespace {

constexpr std::size_t shown_bytes_max = 80;
constexpr std::size_t listed_max = 12;
constexpr std::size_t compared_bytes_max = 64;  // of a name that could be a slip

/// Insertions, deletions, replacements and exchanges of neighbours between the two (optimal string
/// alignment), or more than `limit`.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) {
    return limit + 1;
  }
  std::vector<std::size_t> before;
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before = std::exchange(above, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
  }
  return row.back();
}

}  // namespace

std::string in_quotes(std::string_view text) {
  std::string shown{text};
  if (shown.size() > shown_bytes_max) {
    auto end = shown_bytes_max;
    while ((static_cast<unsigned char>(shown[end]) & 0xC0U) == 0x80U) {
      --end;
    }
    shown = shown.substr(0, end) + "…";
  }
  std::ranges::replace(shown, '\n', ' ');
  std::ranges::replace(shown, '\t', ' ');
  return '"' + shown + '"';
}

Text listed(std::span<const std::string_view> names) {
  const auto shown = names.first(std::min(names.size(), listed_max));
  const auto joined = fmt::format("{}", fmt::join(shown, ", "));
  if (shown.size() == names.size()) {
    return {joined, joined};
  }
  return {fmt::format("{} và {} tên khác", joined, names.size() - shown.size()),
          fmt::format("{} and {} others", joined, names.size() - shown.size())};
}

std::optional<std::string_view> nearest(std::string_view name,
                                        std::span<const std::string_view> names) {
  if (name.empty() || name.size() > compared_bytes_max) {
    return std::nullopt;
  }
  const std::string folded = fold(name);
  std::size_t best = std::max<std::size_t>(1, folded.size() / 3) + 1;
  std::optional<std::string_view> found;
  for (const std::string_view candidate : names) {
    if (candidate.size() > compared_bytes_max) {
      continue;
    }
    const auto apart = distance(folded, fold(candidate), best);
    if (apart < best) {
      best = apart;
      found = candidate;
    }
  }
  return found;
}

Text suggestion(std::string_view name, std::span<const std::string_view> names) {
  if (const auto meant = nearest(name, names)) {
    return {fmt::format("có phải {}?", in_quotes(*meant)),
            fmt::format("did you mean {}?", in_quotes(*meant))};
  }
  if (names.empty()) {
    return {"ở đây chưa khai báo tên nào", "none is declared here"};
  }
  const Text all = listed(names);
  return {"có thể dùng: " + all.vi, "there is: " + all.en};
}

}  // namespace tiendo::definition
