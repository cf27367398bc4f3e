#include "decide/schedule.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "model/at_work.hpp"

namespace tiendo::decide {

using model::ReportEvery;
using model::Rung;
using model::RungKind;
using model::ScheduledRung;
using model::TaskState;
using std::chrono::sys_days;

namespace {

/// The earliest; of rungs at one instant, the kind that stands first.
std::optional<ScheduledRung> earliest(
    std::initializer_list<std::optional<ScheduledRung>> candidates) {
  std::optional<ScheduledRung> best;
  for (const auto& candidate : candidates) {
    if (candidate && (!best || candidate->at < best->at ||
                      (candidate->at == best->at && candidate->rung.kind < best->rung.kind))) {
      best = candidate;
    }
  }
  return best;
}

std::int32_t day_number(Day day) {
  return static_cast<std::int32_t>(sys_days{day}.time_since_epoch().count());
}

/// The last day of the month or quarter in which `day` lies.
Day end_of_period(Day day, ReportEvery every) {
  auto month = static_cast<unsigned>(day.month());
  if (every == ReportEvery::quarter) {
    month = (month + 2) / 3 * 3;
  }
  return Day{
      std::chrono::year_month_day_last{day.year() / std::chrono::month{month} / std::chrono::last}};
}

}  // namespace

Schedule::Schedule(const model::Campaign& campaign, model::TaskIndex task,
                   const model::Office& office)
    : campaign_{campaign},
      planned_{campaign.plan->tasks[task]},
      task_{campaign.tasks[task]},
      reached_{task_.reached},
      office_{office},
      working_days_{*office.working_days},
      ladder_{planned_.ladder ? &*planned_.ladder : nullptr},
      since_{task_.dates_set_at} {
  const auto standing = office.ladders.find(planned_.ladder_name);
  if (ladder_ != nullptr && standing != office.ladders.end()) {
    ladder_ = &standing->second.ladder;
    since_ = std::max(since_, standing->second.set_at);
  }
}

std::optional<ScheduledRung> Schedule::next() const {
  if (!model::is_at_work(campaign_.state)) {
    return std::nullopt;
  }
  if (task_.state == TaskState::planned) {
    return announce();
  }
  if (!model::is_owed(task_.state)) {
    return std::nullopt;
  }
  if (ladder_ == nullptr) {
    return earliest({due(), open(), report_period()});
  }
  return earliest({due(), open(), fix_date(), detailed_plan(), reminder(), overdue(),
                   escalation(RungKind::to_head, ladder_->head_after),
                   escalation(RungKind::to_leaders, ladder_->leaders_after), report_period()});
}

std::vector<ScheduledRung> Schedule::rest() const {
  std::vector<ScheduledRung> rungs;
  Schedule left{*this};
  bool is_overdue = false;
  for (auto rung = left.next(); rung; rung = left.next()) {
    left.reached_.add(rung->rung);
    const bool again = rung->rung.kind == RungKind::overdue && std::exchange(is_overdue, true);
    if (!again) {
      rungs.push_back(*rung);
    }
    if (rung->rung.kind == RungKind::announce || (again && left.nothing_but_overdue())) {
      break;
    }
  }
  return rungs;
}

std::vector<ScheduledRung> Schedule::whole() const {
  Schedule anew{*this};
  anew.reached_ = {};
  return anew.rest();
}

/// Whether the task is only told again and again that it is overdue.
bool Schedule::nothing_but_overdue() const {
  return !due() && !open() && !fix_date() && !detailed_plan() && !reminder() &&
         !escalation(RungKind::to_head, ladder_->head_after) &&
         !escalation(RungKind::to_leaders, ladder_->leaders_after) && !report_period();
}

bool Schedule::superseded(const ScheduledRung& rung, Timestamp now) const {
  Schedule later{*this};
  later.reached_.add(rung.rung);
  Found next;
  switch (rung.rung.kind) {
    case RungKind::reminder:
      next = earliest({later.reminder(), later.due(), later.overdue()});
      break;
    case RungKind::overdue:
      next = later.overdue();
      break;
    case RungKind::detailed_plan:
      next = later.detailed_plan();
      break;
    case RungKind::report_period:
      next = later.report_period();
      break;
    case RungKind::due:
    case RungKind::announce:
    case RungKind::open:
    case RungKind::fix_date:
    case RungKind::to_head:
    case RungKind::to_leaders:
      return false;
  }
  return next && next->at <= now;
}

std::optional<Day> Schedule::detailed_plan_due() const {
  const auto date = task_.start ? task_.start : task_.due;
  if (!planned_.detailed_plan_owed || !date) {
    return std::nullopt;
  }
  return working_days_before(*date, campaign_.plan->settings.detailed_plan_days);
}

Schedule::Found Schedule::announce() const {
  const auto& occurrence = planned_.occurrence;
  if (!occurrence || planned_.announced_by_phases) {
    return std::nullopt;
  }
  const Day day = working_days_.next_on_or_after(occurrence->days.first);
  return ScheduledRung{{RungKind::announce, 0}, day, std::max(telling(day), campaign_.issued_at)};
}

Schedule::Found Schedule::open() const {
  if (reached_.any(RungKind::open)) {
    return std::nullopt;
  }
  const Day start = task_.start.value_or(campaign_.plan->period.first);
  const auto at = std::max(instant_of(start), task_.announced_at);
  return ScheduledRung{{RungKind::open, 0}, local_day(at), at};
}

Schedule::Found Schedule::due() const {
  if (!task_.due || reached_.any(RungKind::due)) {
    return std::nullopt;
  }
  const bool as_printed = task_.due == planned_.window->due;
  const auto ends = as_printed && planned_.window->due_time
                        ? instant_of(*task_.due, *planned_.window->due_time)
                        : end_of(*task_.due);
  return ScheduledRung{{RungKind::due, 0}, *task_.due, std::max(ends, task_.dates_set_at)};
}

Schedule::Found Schedule::fix_date() const {
  const auto date = task_.start ? task_.start : task_.due;
  if (task_.certainty != calendar::Certainty::tentative || !date ||
      task_.state == TaskState::in_progress || reached_.any(RungKind::fix_date)) {
    return std::nullopt;
  }
  const int before = ladder_->fix_date_before;
  Day day = working_days_before(*date, before);
  while (telling(day) < task_.announced_at) {
    day = working_days_.add(day, 1);
  }
  return ScheduledRung{{RungKind::fix_date, -before}, day, telling(day)};
}

Schedule::Found Schedule::detailed_plan() const {
  const auto date = detailed_plan_due();
  if (!date || (task_.state != TaskState::announced && task_.state != TaskState::planning)) {
    return std::nullopt;
  }
  return first_before(RungKind::detailed_plan, *date, ladder_->detailed_plan_before, since_);
}

Schedule::Found Schedule::reminder() const {
  if (!task_.due) {
    return std::nullopt;
  }
  return first_before(RungKind::reminder, *task_.due, ladder_->before, since_);
}

Schedule::Found Schedule::overdue() const {
  const int every = ladder_->overdue_every;
  if (!task_.due || every <= 0) {
    return std::nullopt;
  }
  int after =
      reached_.any(RungKind::overdue) ? reached_.furthest(RungKind::overdue) + every : every;
  Day day = working_days_.add(*task_.due, after);
  while (telling(day) < since_) {
    after += every;
    day = working_days_.add(day, every);
  }
  return ScheduledRung{{RungKind::overdue, after}, day, telling(day)};
}

Schedule::Found Schedule::escalation(RungKind kind, std::optional<int> after) const {
  if (!task_.due || !after || reached_.any(kind)) {
    return std::nullopt;
  }
  const Day day = working_days_.add(*task_.due, *after);
  if (telling(day) < since_) {
    return std::nullopt;
  }
  return ScheduledRung{{kind, *after}, day, telling(day)};
}

Schedule::Found Schedule::report_period() const {
  const auto every = campaign_.plan->settings.report_every;
  const auto& recurrence = planned_.window->recurrence;
  if (!recurrence && (task_.due || every == ReportEvery::never)) {
    return std::nullopt;
  }
  const Day last = campaign_.plan->period.last;
  Day from = std::max(local_day(task_.announced_at), campaign_.plan->period.first);
  if (reached_.any(RungKind::report_period)) {
    from = Day{sys_days{std::chrono::days{reached_.furthest(RungKind::report_period) + 1}}};
  }
  while (from <= last) {
    const Day date = recurrence ? recurrence->next(from) : end_of_period(from, every);
    if (date > last) {
      return std::nullopt;
    }
    const Day day = working_days_.previous_on_or_before(date);
    if (telling(day) >= task_.announced_at) {
      return ScheduledRung{{RungKind::report_period, day_number(date)}, day, telling(day)};
    }
    from = plus_days(date, 1);
  }
  return std::nullopt;
}

Schedule::Found Schedule::first_before(RungKind kind, Day date, const std::vector<int>& before,
                                       Timestamp since) const {
  for (std::size_t i = 0; i < before.size(); ++i) {
    const Rung rung{kind, -before[i]};
    if (reached_.contains(rung)) {
      continue;
    }
    const Day day = working_days_before(date, before[i]);
    const bool merged = i + 1 < before.size() && working_days_before(date, before[i + 1]) == day;
    if (!merged && telling(day) >= since) {
      return ScheduledRung{rung, day, telling(day)};
    }
  }
  return std::nullopt;
}

Timestamp Schedule::telling(Day working_day) const {
  return instant_of(working_day, office_.hours_for(*campaign_.plan).opens);
}

Day Schedule::working_days_before(Day date, int count) const {
  return count == 0 ? working_days_.previous_on_or_before(date) : working_days_.add(date, -count);
}

}  // namespace tiendo::decide
