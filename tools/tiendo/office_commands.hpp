#pragma once

#include <optional>
#include <string>
#include <vector>

#include "office.hpp"
#include "runtime/office_import.hpp"

namespace tiendo::cli {

/// A day of an argument; nothing, having complained, where it is none. An empty text is no day.
[[nodiscard]] bool read_day_argument(const std::string& text, std::optional<Day>& day,
                                     Context& context);

/// How a table of people or units is read.
using ReadTable = definition::Checked<runtime::Import> (*)(std::string_view text,
                                                           const std::string& file,
                                                           const model::Office& office);

/// `user import` and `unit import`.
void add_import(CLI::App& group, const char* help, ReadTable read, Context& context);

}  // namespace tiendo::cli
