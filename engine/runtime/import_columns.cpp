#include "runtime/import_columns.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/fold.hpp"

namespace tiendo::runtime {
namespace {

/// Folded, with one space between words: `Tên_đăng nhập *` is "ten dang nhap".
std::string title_folded(std::string_view text) {
  std::string plain;
  for (const char c : fold(text)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter) {
      plain += c;
    } else if (!plain.empty() && plain.back() != ' ') {
      plain += ' ';
    }
  }
  if (plain.ends_with(' ')) {
    plain.pop_back();
  }
  return plain;
}

}  // namespace

ImportColumns::ImportColumns(std::span<const ImportColumn> known, const CsvTable& table,
                             definition::Findings& findings)
    : known_{known}, places_(known.size()) {
  for (std::size_t place = 0; place < table.titles.size(); ++place) {
    const auto& title = table.titles[place];
    if (title.text.empty()) {
      continue;
    }
    const auto folded = title_folded(title.text);
    const auto column = std::ranges::find_if(known, [&](const ImportColumn& candidate) {
      return std::ranges::find(candidate.titles, folded) != candidate.titles.end();
    });
    if (column == known.end()) {
      findings.warning(title.at, "unknown_column",
                       {fmt::format("cột “{}” không dùng đến", title.text),
                        fmt::format("the column '{}' is not used", title.text)});
      continue;
    }
    auto& found = places_[static_cast<std::size_t>(column - known.begin())];
    if (found) {
      findings.error(title.at, "doubled_column",
                     {fmt::format("cột “{}” có hai lần", column->name.vi),
                      fmt::format("the column '{}' stands here twice", column->name.en)});
    }
    found = place;
  }
  for (std::size_t column = 0; column < known.size(); ++column) {
    if (known[column].needed && !places_[column]) {
      findings.error({1, 1}, "missing_column",
                     {fmt::format("thiếu cột “{}”", known[column].name.vi),
                      fmt::format("the column '{}' is missing", known[column].name.en)});
    }
  }
}

const CsvCell& ImportColumns::cell(const std::vector<CsvCell>& row, std::size_t column) const {
  static const CsvCell empty;
  return places_[column] ? row[*places_[column]] : empty;
}

void ImportColumns::error(const std::vector<CsvCell>& row, std::size_t column,
                          std::string_view code, const Text& what,
                          definition::Findings& findings) const {
  const auto& name = known_[column].name;
  const auto at = places_[column] ? row[*places_[column]].at : row.front().at;
  findings.error(at, code,
                 {fmt::format("cột “{}”: {}", name.vi, what.vi),
                  fmt::format("column '{}': {}", name.en, what.en)});
}

}  // namespace tiendo::runtime
