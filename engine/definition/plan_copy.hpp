#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calendar/working_days.hpp"
#include "definition/file.hpp"
#include "definition/finding.hpp"

namespace tiendo::definition {

/// A draft made of the plan of another year.
struct PlanCopy {
  std::string text;
  int from = 0;  // the year that the plan was for
  /// All that the copying was not sure of, and what is wrong with the draft as it is: places in
  /// `text`. Never nothing: somebody has to sign the draft.
  std::vector<Finding> doubts;
};

/// The plan as a draft for the year `to`: dates, years, ids and ordinals are moved (year_text.hpp),
/// companions stay as they are. The year that it was for is that with which its period ends. Of the
/// new dates it is said which are no working days. Nothing where `text` is no plan that is in
/// order: the findings say why. `to` is a year of the calendar (WorkingDays::first_year to
/// last_year), another than that of the plan.
[[nodiscard]] Checked<PlanCopy> copy_plan(std::string_view text, const std::string& file,
                                          const Companions& companions,
                                          const calendar::WorkingDays& working_days, int to);

}  // namespace tiendo::definition
