#include "runtime/import_columns.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/fold.hpp"
#include "definition/yaml_text.hpp"

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

std::size_t characters_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
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

bool ImportColumns::are_lines(const std::vector<CsvCell>& row,
                              definition::Findings& findings) const {
  bool right = true;
  for (std::size_t column = 0; column < known_.size(); ++column) {
    const auto& text = cell(row, column).text;
    const auto most = known_[column].characters_max;
    if (!definition::shows_as_written(text) ||
        text.find_first_of("\n\t") != std::string_view::npos) {
      error(row, column, "control_character",
            {"có ký tự điều khiển, xuống dòng hoặc ký tự đổi chiều chữ: xóa nó đi",
             "has a control character, a line break or one that turns the direction: take it out"},
            findings);
      right = false;
    } else if (most > 0 && characters_of(text) > most) {
      error(row, column, "too_long",
            {fmt::format("dài nhất là {} ký tự", most),
             fmt::format("has at most {} characters", most)},
            findings);
      right = false;
    }
  }
  return right;
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
