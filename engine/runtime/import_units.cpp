#include <fmt/format.h>

#include <map>
#include <set>

#include "base/fold.hpp"
#include "base/id.hpp"
#include "decide/office_commands.hpp"
#include "definition/wording.hpp"
#include "runtime/import_columns.hpp"
#include "runtime/import_table.hpp"
#include "runtime/office_import.hpp"

namespace tiendo::runtime {
namespace {

using definition::Findings;

enum Column : std::size_t { id, name, short_name, external, from, until, successors };

const std::vector<ImportColumn>& columns() {
  static const std::vector<ImportColumn> all{
      {{"mã", "id"}, {"ma", "ma don vi", "id", "code", "unit"}, true, 64},
      {{"tên", "name"}, {"ten", "ten don vi", "name", "don vi"}, true, 300},
      {{"viết tắt", "short"}, {"viet tat", "ten viet tat", "short", "short name"}, false, 100},
      {{"ngoài cơ quan", "external"}, {"ngoai co quan", "external"}},
      {{"từ ngày", "from"}, {"tu ngay", "from", "valid from"}},
      {{"đến ngày", "until"}, {"den ngay", "until", "valid until"}},
      {{"đơn vị kế thừa", "successors"}, {"don vi ke thua", "successors"}},
  };
  return all;
}

std::optional<bool> yes_or_no(std::string_view text) {
  static const std::map<std::string_view, bool> words{
      {"", false},   {"co", true},   {"khong", false}, {"x", true}, {"yes", true},
      {"no", false}, {"true", true}, {"false", false}, {"1", true}, {"0", false}};
  const auto found = words.find(fold(text));
  return found == words.end() ? std::nullopt : std::optional{found->second};
}

class UnitsReader {
 public:
  using Row = std::vector<CsvCell>;

  UnitsReader(const CsvTable& table, const model::Office& office, Findings& findings)
      : columns_{columns(), table, findings}, office_{office}, findings_{findings} {
    for (const auto& [known, unit] : office.units) {
      known_.insert(known);
    }
    for (const auto& row : table.rows) {
      known_.insert(model::UnitId{columns_.cell(row, id).text});
    }
  }

  Import read(const CsvTable& table) {
    import_.lines = table.rows.size();
    for (const auto& row : table.rows) {
      read_row(row);
    }
    return std::move(import_);
  }

 private:
  void read_row(const Row& row) {
    if (!columns_.are_lines(row, findings_)) {
      return;
    }
    model::Unit unit;
    unit.id = model::UnitId{text(row, id)};
    unit.name = text(row, name);
    unit.short_name = text(row, short_name).empty() ? unit.name : text(row, short_name);
    bool right = check_id(row);
    if (unit.name.empty()) {
      columns_.error(row, name, "empty_cell", {"còn trống", "is empty"}, findings_);
      right = false;
    }
    right = read_external(row, unit) && right;
    right = read_day(row, from, unit.valid_from) && right;
    right = read_day(row, until, unit.valid_until) && right;
    right = read_successors(row, unit) && right;
    if (!right) {
      return;
    }
    const auto present = office_.units.find(unit.id);
    if (present != office_.units.end() && present->second == unit) {
      return;
    }
    const model::SetUnit command{unit};
    if (const auto outcome = decide::decide_office(command, office_); outcome.rejection) {
      findings_.error(row.front().at, outcome.rejection->code, outcome.rejection->reason);
      return;
    }
    import_.commands.push_back({command, row.front().at});
  }

  [[nodiscard]] const std::string& text(const Row& row, Column column) const {
    return columns_.cell(row, column).text;
  }

  bool check_id(const Row& row) {
    const auto& written = text(row, id);
    if (!is_id(written)) {
      columns_.error(
          row, id, "not_an_id",
          {fmt::format("{} không dùng làm mã được: dùng a-z, 0-9 và dấu “-”",
                       definition::in_quotes(written)),
           fmt::format("{} cannot be an id: use a-z, 0-9 and '-'", definition::in_quotes(written))},
          findings_);
      return false;
    }
    const auto [seen, fresh] = lines_.emplace(written, row.front().at.line);
    if (!fresh) {
      columns_.error(row, id, "doubled_unit",
                     {fmt::format("“{}” đã có ở dòng {}", written, seen->second),
                      fmt::format("'{}' stands on line {} already", written, seen->second)},
                     findings_);
    }
    return fresh;
  }

  bool read_external(const Row& row, model::Unit& unit) {
    const auto answer = yes_or_no(text(row, external));
    if (!answer) {
      columns_.error(row, external, "not_yes_or_no",
                     {"hãy ghi “có” hoặc để trống", "write 'yes' or leave it empty"}, findings_);
      return false;
    }
    unit.external = *answer;
    return true;
  }

  bool read_day(const Row& row, Column column, std::optional<Day>& day) {
    const auto& words = text(row, column);
    day = words.empty() ? std::nullopt : day_in_words(words);
    if (!words.empty() && !day) {
      columns_.error(
          row, column, "not_a_day",
          {fmt::format("{} không phải là một ngày; hãy ghi như 01/3/2025 hoặc 2025-03-01",
                       definition::in_quotes(words)),
           fmt::format("{} is not a day; write 2025-03-01 or 01/3/2025",
                       definition::in_quotes(words))},
          findings_);
      return false;
    }
    return true;
  }

  /// Ids, with spaces or commas between them.
  bool read_successors(const Row& row, model::Unit& unit) {
    const auto& words = text(row, successors);
    bool right = true;
    for (std::size_t at = 0; at < words.size();) {
      const auto end = std::min(words.find_first_of(" ,;", at), words.size());
      const model::UnitId successor{words.substr(at, end - at)};
      at = end + 1;
      if (successor.empty()) {
        continue;
      }
      if (!known_.contains(successor) || successor == unit.id) {
        columns_.error(
            row, successors, "unknown_unit",
            {fmt::format("không có đơn vị {} để kế thừa", definition::in_quotes(successor.str())),
             fmt::format("no unit {} to succeed it", definition::in_quotes(successor.str()))},
            findings_);
        right = false;
      }
      unit.successors.push_back(successor);
    }
    return right;
  }

  ImportColumns columns_;
  const model::Office& office_;
  Findings& findings_;
  Import import_;
  std::set<model::UnitId> known_;
  std::map<std::string, int> lines_;
};

}  // namespace

definition::Checked<Import> read_units(std::string_view text, const std::string& file,
                                       const model::Office& office) {
  return import_table<UnitsReader>(text, file, office);
}

}  // namespace tiendo::runtime
