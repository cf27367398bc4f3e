#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calendar/working_days.hpp"
#include "definition/finding.hpp"

namespace tiendo::definition {

/// Reads a file of public holidays (tiendo/holidays/1): the notice of each year, its days off and
/// its Saturdays worked. `file` is what it is called in findings.
[[nodiscard]] Checked<std::vector<calendar::HolidayYear>> read_holidays(std::string_view text,
                                                                        const std::string& file);

/// The years of workflows/organisation/holidays.yaml, as compiled in.
[[nodiscard]] const std::vector<calendar::HolidayYear>& built_in_holidays();
[[nodiscard]] const calendar::WorkingDays& built_in_working_days();

}  // namespace tiendo::definition
