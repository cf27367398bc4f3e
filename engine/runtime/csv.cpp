#include "runtime/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/fold.hpp"

namespace tiendo::runtime {
namespace {

using definition::Findings;
using definition::Mark;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool starts_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// Without white space around it, no-break spaces and line breaks inside it as spaces.
std::string tidy(std::string_view text) {
  constexpr std::string_view no_break_space = "\xC2\xA0";
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with(no_break_space)) {
      plain += ' ';
      ++i;
    } else {
      plain += text[i] == '\n' || text[i] == '\r' || text[i] == '\t' ? ' ' : text[i];
    }
  }
  const auto first = plain.find_first_not_of(' ');
  if (first == std::string::npos) {
    return {};
  }
  plain = plain.substr(first, plain.find_last_not_of(' ') - first + 1);
  return to_nfc(plain).value_or(plain);
}

/// Says what to do about a file that is not UTF-8. False where it is.
bool refuse_encoding(std::string_view text, Findings& findings) {
  const bool is_utf16 = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
  if (is_utf16) {
    findings.error({1, 1}, "encoding",
                   {"tệp ghi bằng UTF-16: trong Excel chọn Lưu thành → “CSV UTF-8”",
                    "the file is UTF-16: in Excel save it as 'CSV UTF-8'"});
    return true;
  }
  int line = 1;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    if (!is_utf8(text.substr(0, end))) {
      findings.error(
          {line, 1}, "encoding",
          {"dòng này không phải UTF-8, có lẽ là Windows-1258, Windows-1252 hay một bảng "
           "mã cũ: trong Excel chọn Lưu thành → “CSV UTF-8”",
           "this line is not UTF-8, perhaps Windows-1258, Windows-1252 or an older code: "
           "in Excel save the file as 'CSV UTF-8'"});
      return true;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
    ++line;
  }
  return false;
}

/// Cuts a text into rows of cells.
class Cutter {
 public:
  Cutter(std::string_view text, Findings& findings) : text_{text}, findings_{findings} {}

  std::vector<std::vector<CsvCell>> cut() {
    choose_separator();
    std::vector<std::vector<CsvCell>> rows;
    while (!text_.empty()) {
      auto row = cut_row();
      if (std::ranges::any_of(row, [](const CsvCell& cell) { return !cell.text.empty(); })) {
        rows.push_back(std::move(row));
      }
    }
    return rows;
  }

 private:
  /// Excel writes `sep=;` where it does not trust its readers; else the first line tells.
  void choose_separator() {
    constexpr std::string_view said = "sep=";
    if (text_.size() > said.size() && text_.starts_with(said)) {
      separator_ = text_[said.size()];
      while (!text_.empty() && take() != '\n') {
      }
      return;
    }
    const auto first_line = text_.substr(0, text_.find('\n'));
    separator_ =
        std::ranges::count(first_line, ';') > std::ranges::count(first_line, ',') ? ';' : ',';
  }

  std::vector<CsvCell> cut_row() {
    std::vector<CsvCell> row;
    for (bool more = true; more;) {
      const Mark at = at_;
      auto raw = !text_.empty() && text_.front() == '"' ? quoted() : plain();
      row.push_back({tidy(raw), at});
      more = !text_.empty() && text_.front() == separator_;
      if (!text_.empty()) {
        take();
      }
    }
    return row;
  }

  std::string plain() {
    std::string raw;
    while (!text_.empty() && text_.front() != separator_ && text_.front() != '\n') {
      raw += take();
    }
    return raw;
  }

  std::string quoted() {
    const Mark opened = at_;
    std::string raw;
    take();
    while (!text_.empty()) {
      if (text_.starts_with("\"\"")) {
        take();
      } else if (text_.front() == '"') {
        take();
        const Mark closed = at_;
        const auto rest = tidy(plain());
        if (!rest.empty()) {
          findings_.error(closed, "quote",
                          {"sau dấu ngoặc kép đóng phải là dấu phân cách hoặc hết dòng",
                           "after a closing quote comes a separator or the end of the line"});
        }
        return raw;
      }
      raw += take();
    }
    findings_.error(opened, "quote",
                    {"dấu ngoặc kép mở ở đây không được đóng", "this quote is never closed"});
    return raw;
  }

  char take() {
    const char byte = text_.front();
    text_.remove_prefix(1);
    if (byte == '\n') {
      ++at_.line;
      at_.column = 1;
    } else if (text_.empty() || starts_character(text_.front())) {
      ++at_.column;
    }
    return byte;
  }

  std::string_view text_;
  Findings& findings_;
  char separator_ = ',';
  Mark at_;
};

/// As many cells in every row as there are titles.
void square(CsvTable& table, Findings& findings) {
  const auto columns = table.titles.size();
  for (auto& row : table.rows) {
    for (std::size_t c = columns; c < row.size(); ++c) {
      if (!row[c].text.empty()) {
        findings.error(
            row[c].at, "too_many_cells",
            {fmt::format("dòng có {} ô, bảng chỉ có {} cột", row.size(), columns),
             fmt::format("the line has {} cells, the table {} columns", row.size(), columns)});
        break;
      }
    }
    row.resize(columns, CsvCell{{}, row.front().at});
  }
}

}  // namespace

definition::Checked<CsvTable> read_csv(std::string_view text, const std::string& file) {
  Findings findings{file};
  definition::Checked<CsvTable> result;
  if (!refuse_encoding(text, findings)) {
    if (text.starts_with(byte_order_mark)) {
      text.remove_prefix(byte_order_mark.size());
    }
    CsvTable table;
    table.rows = Cutter{text, findings}.cut();
    if (table.rows.empty()) {
      findings.error({1, 1}, "empty",
                     {"tệp không có gì: dòng đầu phải là tên các cột",
                      "there is nothing in the file: its first line names the columns"});
    } else {
      table.titles = std::move(table.rows.front());
      table.rows.erase(table.rows.begin());
      square(table, findings);
    }
    if (!findings.has_errors()) {
      result.value = std::move(table);
    }
  }
  result.findings = findings.take();
  return result;
}

}  // namespace tiendo::runtime
