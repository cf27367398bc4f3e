#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace tiendo::journal {

/// `2025-04-20`; a year outside 0 to 9999 with its sign and at least four digits: `+10000-01-05`
/// (ISO 8601, expanded). Every day that exists can be written.
void append_day(std::string& out, Day day);

/// Exactly what `append_day` writes of a day that exists.
[[nodiscard]] std::optional<Day> read_day(std::string_view text);

}  // namespace tiendo::journal
