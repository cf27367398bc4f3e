#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "calendar/working_days.hpp"
#include "definition/file.hpp"
#include "definition/finding.hpp"
#include "definition/node.hpp"
#include "model/plan.hpp"

namespace tiendo::definition {

/// Reads a plan file (tiendo/plan/1) and checks it against its schema, its companions and itself:
/// everything that it names exists, nothing waits for itself, every phase and task is reachable,
/// every time is understood. Pure but for `companions`. All errors and warnings are found at once;
/// `file` is what the plan is called in them. Windows are worked out by `working_days`.
[[nodiscard]] Checked<model::Plan> read_plan(std::string_view text, const std::string& file,
                                             const Companions& companions,
                                             const calendar::WorkingDays& working_days);

/// The same of a text that has been read already: `root`, and `file` is where its marks are.
[[nodiscard]] Checked<model::Plan> read_plan(Node root, const std::string& file,
                                             const Companions& companions,
                                             const calendar::WorkingDays& working_days);

/// The same of a file on disk (`-`: standard input), its companions beside it. Fails only where the
/// file cannot be read.
[[nodiscard]] Result<Checked<model::Plan>> read_plan_file(
    const std::filesystem::path& path, const calendar::WorkingDays& working_days);

}  // namespace tiendo::definition
