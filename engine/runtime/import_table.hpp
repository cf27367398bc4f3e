#pragma once

#include <string>
#include <string_view>

#include "definition/finding.hpp"
#include "runtime/csv.hpp"
#include "runtime/office_import.hpp"

namespace tiendo::runtime {

/// What a `Reader`, which is made of a table and the office, takes from the table in `text`:
/// nothing where there is an error in any line.
template <class Reader>
definition::Checked<Import> import_table(std::string_view text, const std::string& file,
                                         const model::Office& office) {
  auto table = read_csv(text, file);
  definition::Findings findings{file};
  definition::Checked<Import> result;
  if (table.value) {
    Reader reader{*table.value, office, findings};
    if (!findings.has_errors()) {
      result.value = reader.read(*table.value);
    }
    if (findings.has_errors()) {
      result.value.reset();
    }
  }
  findings.add(std::move(table.findings));
  result.findings = findings.take();
  return result;
}

}  // namespace tiendo::runtime
