#include "runtime/task_view.hpp"

#include <fmt/format.h>

namespace tiendo::runtime {
namespace {

/// Working days after the due date, up to the day of `at`.
int days_late(Day due, Timestamp at, const calendar::WorkingDays& working_days) {
  return working_days.count({plus_days(due, 1), local_day(at)});
}

Text late(const Text& what, int days) {
  if (days == 0) {
    return what;  // a weekend lies between, or the text prints an hour of the day itself
  }
  return {fmt::format("{} {} ngày làm việc", what.vi, days),
          fmt::format("{} by {} working day{}", what.en, days, days == 1 ? "" : "s")};
}

}  // namespace

std::optional<Timestamp> deadline(const model::Task& task, const model::PlannedTask& planned) {
  if (!task.due) {
    return std::nullopt;
  }
  const bool as_printed = task.due == planned.window->due;
  return as_printed && planned.window->due_time ? instant_of(*task.due, *planned.window->due_time)
                                                : end_of(*task.due);
}

std::optional<TimeStanding> time_standing(const model::Campaign& campaign, model::TaskIndex index,
                                          const calendar::WorkingDays& working_days,
                                          Timestamp now) {
  const auto& task = campaign.tasks[index];
  if (task.state == model::TaskState::cancelled) {
    return std::nullopt;
  }
  const auto ends = deadline(task, campaign.plan->tasks[index]);
  const auto unless_awaited = [is_awaited = task.reported_at && !task.accepted_at](auto status) {
    return is_awaited ? TimeStatus::awaiting_acceptance : status;
  };
  if (!ends) {
    return TimeStanding{unless_awaited(TimeStatus::no_due_date)};
  }
  const auto done_at = task.reported_at ? task.reported_at : task.accepted_at;
  const auto at = done_at.value_or(now);
  // At the deadline itself the time is over: a day ends with the midnight that begins the next.
  if (at >= *ends) {
    return TimeStanding{done_at ? unless_awaited(TimeStatus::done_late) : TimeStatus::overdue,
                        days_late(*task.due, at, working_days)};
  }
  if (done_at) {
    return TimeStanding{unless_awaited(TimeStatus::done_in_time)};
  }
  const Day today = local_day(now);
  if (today == *task.due) {
    return TimeStanding{TimeStatus::due_today};
  }
  const int days = campaign.plan->settings.due_soon_days;
  return TimeStanding{today >= working_days.add(*task.due, -days) ? TimeStatus::due_soon
                                                                  : TimeStatus::not_due};
}

bool has_fixed_dates(const model::Task& task, const model::PlannedTask& planned) {
  using calendar::Certainty;
  const bool was_open = planned.window->certainty != Certainty::firm;
  const auto moved = task.due_version - 1;
  return task.certainty == Certainty::firm &&
         (was_open || moved > static_cast<std::uint32_t>(task.extensions));
}

int percent_done(const model::Task& task) {
  return task.state == model::TaskState::accepted ? 100 : task.percent;
}

Text words(const TimeStanding& standing) {
  switch (standing.status) {
    case TimeStatus::not_due:
      return {"chưa đến hạn", "not due yet"};
    case TimeStatus::due_soon:
      return {"sắp đến hạn", "due soon"};
    case TimeStatus::due_today:
      return {"hạn hôm nay", "due today"};
    case TimeStatus::overdue:
      return late({"quá hạn", "overdue"}, standing.days_late);
    case TimeStatus::awaiting_acceptance:
      return standing.days_late == 0
                 ? Text{"chờ nghiệm thu", "awaits acceptance"}
                 : late({"chờ nghiệm thu, báo cáo quá hạn", "awaits acceptance, reported late"},
                        standing.days_late);
    case TimeStatus::done_in_time:
      return {"hoàn thành đúng hạn", "done in time"};
    case TimeStatus::done_late:
      return late({"hoàn thành quá hạn", "done late"}, standing.days_late);
    case TimeStatus::no_due_date:
      return {"chưa có hạn", "no due date"};
  }
  return {};
}

void TimeCounts::add(const std::optional<TimeStanding>& standing) {
  ++(standing ? by_status[static_cast<std::size_t>(standing->status)] : cancelled);
}

TimeCounts count_by_time(const model::Campaign& campaign, const calendar::WorkingDays& working_days,
                         Timestamp now) {
  TimeCounts counts;
  for (model::TaskIndex task = 0; task < campaign.tasks.size(); ++task) {
    counts.add(time_standing(campaign, task, working_days, now));
  }
  return counts;
}

}  // namespace tiendo::runtime
