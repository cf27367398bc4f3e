#pragma once

#include <optional>
#include <vector>

#include "calendar/working_days.hpp"
#include "model/state.hpp"

namespace tiendo::decide {

/// When the clock has something to do for a task. Nothing of it is stored: all of it follows from
/// the state, the plan and the calendar, so that a changed holiday moves every rung by itself.
///
/// People are told on working days, at the hour the office opens, never before the task was
/// announced, its due date set or its ladder made. Printed dates are not rolled: a due date ends at
/// its midnight, on a day off too (unless a text prints an hour).
class Schedule {
 public:
  Schedule(const model::Campaign& campaign, model::TaskIndex task, const model::Office& office);

  /// The earliest rung that has not been reached; nothing when the clock is done with the task.
  [[nodiscard]] std::optional<model::ScheduledRung> next() const;

  /// All that is left, as it looks now, in the order in which it happens; of what comes again and
  /// again while a task is overdue, the first.
  [[nodiscard]] std::vector<model::ScheduledRung> rest() const;

  /// The same with what has been reached, at the instants that it has by the dates of now.
  [[nodiscard]] std::vector<model::ScheduledRung> whole() const;

  /// Whether by `now` a later rung tells the same people of the same date, so that `rung` need not.
  [[nodiscard]] bool superseded(const model::ScheduledRung& rung, Timestamp now) const;

  /// The day on which the detailed plan of the task falls due; nothing where none is owed or the
  /// start is not known.
  [[nodiscard]] std::optional<Day> detailed_plan_due() const;

 private:
  using Found = std::optional<model::ScheduledRung>;

  [[nodiscard]] bool nothing_but_overdue() const;
  [[nodiscard]] Found announce() const;
  [[nodiscard]] Found open() const;
  [[nodiscard]] Found due() const;
  [[nodiscard]] Found fix_date() const;
  [[nodiscard]] Found detailed_plan() const;
  [[nodiscard]] Found reminder() const;
  [[nodiscard]] Found overdue() const;
  [[nodiscard]] Found escalation(model::RungKind kind, std::optional<int> after) const;
  [[nodiscard]] Found report_period() const;

  /// The first of `before` (working days before `date`, falling) that is neither reached nor
  /// older than `since`; of rungs that fall on one day, the last.
  [[nodiscard]] Found first_before(model::RungKind kind, Day date, const std::vector<int>& before,
                                   Timestamp since) const;
  [[nodiscard]] Timestamp telling(Day working_day) const;
  [[nodiscard]] Day working_days_before(Day date, int count) const;

  const model::Campaign& campaign_;
  const model::PlannedTask& planned_;
  model::Task const& task_;
  model::ReachedRungs reached_;
  const model::Office& office_;
  const calendar::WorkingDays& working_days_;
  const model::Ladder* ladder_;  // none: nobody is reminded
  Timestamp since_;              // no rung of the ladder exists before it
};

}  // namespace tiendo::decide
