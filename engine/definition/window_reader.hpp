#pragma once

#include <optional>

#include "definition/finding.hpp"
#include "definition/node.hpp"
#include "definition/time_context.hpp"

namespace tiendo::definition {

/// The window in `node`: a time expression, or a map with `start`, `due`, `due_time`, `phrase`,
/// `certainty` (what it says of other tasks is the business of task_window_reader.hpp).
///
/// A phrase that waits for an event, an anchor or another document is a warning, and the window has
/// no due date; one that cannot be understood is an error. So are days outside 1968 to 2053, for
/// which no working days are known.
[[nodiscard]] calendar::Window read_window(const Node& node, const TimeContext& context,
                                           Findings& findings);

[[nodiscard]] calendar::Certainty read_certainty(const Node& node);

/// The first day of the time expression `text`, which stands at `at`; nothing and an error where it
/// gives none.
[[nodiscard]] std::optional<Day> read_first_day(std::string_view text, Mark at,
                                                const TimeContext& context, Findings& findings);

}  // namespace tiendo::definition
