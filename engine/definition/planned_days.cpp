#include "definition/planned_days.hpp"

namespace tiendo::definition {
namespace {

using model::RungKind;

class Collector {
 public:
  explicit Collector(const calendar::WorkingDays& working_days) : working_days_{working_days} {}

  void on(RungKind kind, Day day) { days_.push_back({{kind, 0}, day}); }

  void before(RungKind kind, Day date, int days) {
    days_.push_back({{kind, -days}, told_before(date, days)});
  }

  /// Rungs that fall on one day merge into the later.
  void before(RungKind kind, Day date, const std::vector<int>& ladder) {
    for (std::size_t i = 0; i < ladder.size(); ++i) {
      if (i + 1 == ladder.size() ||
          told_before(date, ladder[i]) != told_before(date, ladder[i + 1])) {
        before(kind, date, ladder[i]);
      }
    }
  }

  void after(RungKind kind, Day date, int days) {
    days_.push_back({{kind, days}, working_days_.add(date, days)});
  }

  [[nodiscard]] std::vector<PlannedDay> take() && { return std::move(days_); }

 private:
  [[nodiscard]] Day told_before(Day date, int days) const {
    return days == 0 ? working_days_.previous_on_or_before(date) : working_days_.add(date, -days);
  }

  const calendar::WorkingDays& working_days_;
  std::vector<PlannedDay> days_;
};

void add_overdue(const model::Ladder& ladder, Day due, Collector& days) {
  if (ladder.head_after) {
    days.after(RungKind::to_head, due, *ladder.head_after);
  }
  if (ladder.overdue_every > 0) {
    days.after(RungKind::overdue, due, ladder.overdue_every);
  }
  if (ladder.leaders_after) {
    days.after(RungKind::to_leaders, due, *ladder.leaders_after);
  }
}

}  // namespace

std::vector<PlannedDay> planned_days(const model::Plan& plan, const model::PlannedTask& task,
                                     const calendar::WorkingDays& working_days) {
  Collector days{working_days};
  const auto& start = task.window->start;
  const auto& due = task.window->due;
  const auto& ladder = task.ladder;
  if (const auto date = start ? start : due;
      ladder && date && task.window->certainty == calendar::Certainty::tentative) {
    days.before(RungKind::fix_date, *date, ladder->fix_date_before);
  }
  if (task.detailed_plan_owed && start) {
    const Day plan_due = working_days.add(*start, -plan.settings.detailed_plan_days);
    days.before(RungKind::detailed_plan, plan_due,
                ladder ? ladder->detailed_plan_before : std::vector<int>{0});
  }
  if (start) {
    days.on(RungKind::open, *start);
  }
  if (due) {
    if (ladder) {
      days.before(RungKind::reminder, *due, ladder->before);
    }
    days.on(RungKind::due, *due);
    if (ladder) {
      add_overdue(*ladder, *due, days);
    }
  }
  return std::move(days).take();
}

}  // namespace tiendo::definition
