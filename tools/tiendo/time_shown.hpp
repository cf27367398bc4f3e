#pragma once

#include <optional>
#include <string>

#include "command.hpp"
#include "runtime/task_view.hpp"
#include "table.hpp"

namespace tiendo::cli {

/// "◔ sắp đến hạn": an icon, the text, and a colour that is never alone.
[[nodiscard]] Table::Cell time_shown(const std::optional<runtime::TimeStanding>& standing,
                                     const Context& context);

/// A status by its name, with `-` or `_`: "due-soon".
[[nodiscard]] std::optional<runtime::TimeStatus> time_status_named(std::string name);

/// An instant as people of the office read it: "09:30 16/4/2025".
[[nodiscard]] std::string instant_shown(Timestamp at);

/// A day, or a dash.
[[nodiscard]] std::string day_shown(const std::optional<Day>& day);

}  // namespace tiendo::cli
