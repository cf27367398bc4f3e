#pragma once

#include <vector>

#include "calendar/working_days.hpp"
#include "model/plan.hpp"
#include "model/rung.hpp"

namespace tiendo::definition {

struct PlannedDay {
  model::Rung rung;
  Day day;
};

/// The days that window and ladder of `task` give, each rung once: opening, fixing of the dates,
/// detailed plan, reminders, due date, first notice of being overdue, escalations. As planned:
/// before anybody has acted, and as if all were announced in time. Reports on tasks without a due
/// date are not among them.
[[nodiscard]] std::vector<PlannedDay> planned_days(const model::Plan& plan,
                                                   const model::PlannedTask& task,
                                                   const calendar::WorkingDays& working_days);

}  // namespace tiendo::definition
