#include "decide/draft.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "calendar/limits.hpp"
#include "chart/snapshot.hpp"
#include "decide/charts.hpp"
#include "model/at_work.hpp"
#include "model/task_event.hpp"

namespace tiendo::decide {

using model::TaskIndex;
using model::TaskState;

namespace {

/// More than any campaign needs in one decision; what needs more moves in a circle.
constexpr std::size_t most_events = 100'000;

std::vector<std::string> names(const chart::Chart& chart,
                               std::span<const chart::StateIndex> states) {
  std::vector<std::string> names;
  names.reserve(states.size());
  for (const auto state : states) {
    names.push_back(chart.name(state));
  }
  return names;
}

}  // namespace

Draft::Draft(const model::Campaign& campaign, const Surroundings& around, Stamp stamp)
    : campaign_{campaign},
      around_{around},
      stamp_{std::move(stamp)},
      is_closing_{campaign.state == model::CampaignState::closing} {
  events_.reserve(2);
}

TaskState Draft::state_of(TaskIndex task) const {
  const auto* change = find(task);
  return change != nullptr ? change->state : campaign_.tasks[task].state;
}

std::optional<TaskIndex> Draft::waits_for(TaskIndex task) const {
  const auto& after = campaign_.plan->tasks[task].after;
  const auto open =
      std::ranges::find_if(after, [this](TaskIndex earlier) { return !is_settled(earlier); });
  return open == after.end() ? std::nullopt : std::optional{*open};
}

bool Draft::is_settled(TaskIndex task) const {
  const auto state = state_of(task);
  return model::is_over(state);
}

std::optional<double> Draft::result_of(const model::TargetId& target) const {
  const auto found = campaign_.results.find(target);
  const auto* latest = found == campaign_.results.end() ? nullptr : &found->second.back();
  if (result_ && result_->target == target && (!latest || latest->day <= result_->day)) {
    return result_->value;
  }
  return latest == nullptr ? std::nullopt : std::optional{latest->value};
}

const model::Procedure* Draft::procedure_of(TaskIndex task) const {
  return campaign_.plan->tasks[task].procedure.get();
}

bool Draft::procedure_awaits(TaskIndex task, std::string_view step) const {
  const auto* procedure = procedure_of(task);
  const auto& machine = campaign_.tasks[task].procedure;
  if (procedure == nullptr || !machine) {
    return false;
  }
  auto trial = *machine;
  ProcedureHost host{*this, *procedure};
  const auto moved = interpreter().step(procedure->chart, trial, step, stamp_.as_of, host);
  return moved.has_value() && moved->microsteps > 0;
}

void Draft::record(model::EventBody body) {
  if (const auto* result = std::get_if<model::ResultRecorded>(&body)) {
    result_ = *result;
  } else if (const auto* assigned = std::get_if<model::TaskAssigned>(&body)) {
    assigned_ = {assigned->task, assigned->leads, assigned->coordinating};
  } else if (const auto* transferred = std::get_if<model::TaskTransferred>(&body)) {
    assigned_ = {transferred->task, transferred->leads, transferred->coordinating};
  }
  events_.push_back(model::Event{stamp_.now, stamp_.actor, stamp_.on_behalf, campaign_.id,
                                 campaign_.plan_version, std::move(body)});
}

void Draft::note(TaskIndex task, std::string_view word, std::string step) {
  const auto& body = events_.back().body;
  auto& change = changed(task);
  change.state = model::state_after(body, change.state, campaign_.tasks[task].before_suspension,
                                    campaign_.plan->tasks[task]);
  if (const auto* reached = std::get_if<model::RungReached>(&body)) {
    change.opened |= reached->rung.rung.kind == model::RungKind::open;
  }
  news_.push_back({task, word, std::move(step)});
}

void Draft::start_phases() {
  const auto& chart = campaign_.plan->phases.chart;
  if (chart.size() > 0) {
    PhaseHost host{*this};
    auto& machine = phases();
    keep(interpreter().start(chart, machine, stamp_.as_of, host), chart, {}, "issued", machine);
  }
  for (TaskIndex task = 0; task < campaign_.tasks.size(); ++task) {
    const auto& planned = campaign_.plan->tasks[task];
    if (planned.occurrence && planned.occurrence->days.last < local_day(stamp_.now)) {
      record(task, model::TaskCancelled{planned.id, "Kỳ đã qua khi ban hành kế hoạch"});
    } else if (!planned.occurrence && !planned.announced_by_phases) {
      announce(task);
    }
  }
}

void Draft::carry_on_phases(const chart::Snapshot& stands) {
  const auto& chart = campaign_.plan->phases.chart;
  phases_ = chart::restore(chart, stands).machine;
  record(model::ChartMoved{{},
                           "amended",
                           {},
                           {},
                           std::make_shared<const chart::Snapshot>(chart::save(chart, *phases_))});
}

void Draft::begin_closing(const std::string& reason) {
  record(model::CampaignClosing{reason});
  is_closing_ = true;
}

void Draft::wake_phases() {
  const auto& chart = campaign_.plan->phases.chart;
  if (is_closing_ || !chart::is_started(standing_phases())) {
    return;
  }
  PhaseHost host{*this};
  auto& machine = phases();
  deliver_due(chart, {}, machine, host);
  keep(interpreter().wake(chart, machine, stamp_.as_of, host), chart, {}, "time", machine);
}

void Draft::wake_procedure(TaskIndex task) {
  const auto* procedure = procedure_of(task);
  if (procedure == nullptr || !campaign_.tasks[task].procedure) {
    return;
  }
  ProcedureHost host{*this, *procedure};
  deliver_due(procedure->chart, campaign_.plan->tasks[task].id, procedure_machine(task), host);
}

void Draft::deliver_due(const chart::Chart& chart, const model::TaskId& task,
                        chart::Machine& machine, chart::Host& host) {
  for (auto due = chart::next_due(machine); due && *due <= stamp_.as_of && !rejection_;
       due = chart::next_due(machine)) {
    const auto moved = interpreter().deliver(chart, machine, stamp_.as_of, host);
    keep(moved, chart, task, "time", machine, Unmoved::is_kept);
  }
}

std::optional<Rejection> Draft::settle() {
  for (std::size_t i = 0; i < news_.size() && !rejection_; ++i) {
    const auto news = news_[i];
    run_procedure(news);
    run_phases(news);
    start_if_ready(news.task);
    if (news.word == model::TaskAccepted::word || news.word == model::TaskCancelled::word) {
      for (const auto dependent : campaign_.plan->tasks[news.task].dependents) {
        start_if_ready(dependent);
        date_if_known(dependent);
      }
    }
    if (events_.size() > most_events) {
      never_rests();
    }
  }
  news_.clear();
  return rejection_;
}

void Draft::run_procedure(const News& news) {
  const auto* procedure = procedure_of(news.task);
  if (procedure == nullptr || state_of(news.task) != TaskState::in_progress) {
    return;
  }
  const auto& chart = procedure->chart;
  const auto& id = campaign_.plan->tasks[news.task].id;
  const bool started = campaign_.tasks[news.task].procedure.has_value() ||
                       (find(news.task) != nullptr && find(news.task)->procedure);
  ProcedureHost host{*this, *procedure};
  if (!started) {
    auto& machine = procedure_machine(news.task);
    keep(interpreter().start(chart, machine, stamp_.as_of, host), chart, id, news.word, machine);
    return;
  }
  const auto event = news.step.empty() ? news.word : std::string_view{news.step};
  const auto* change = find(news.task);
  const auto& current = change != nullptr && change->procedure
                            ? *change->procedure
                            : *campaign_.tasks[news.task].procedure;
  if (chart::may_react(chart, current, event)) {
    auto& machine = procedure_machine(news.task);
    keep(interpreter().step(chart, machine, event, stamp_.as_of, host), chart, id, event, machine);
  }
}

void Draft::run_phases(const News& news) {
  const auto& chart = campaign_.plan->phases.chart;
  const auto& current = standing_phases();
  if (is_closing_ || !chart::is_started(current) || current.done) {
    return;
  }
  thread_local std::string event;  // a buffer, as the interpreter has them
  event.assign("task.").append(campaign_.plan->tasks[news.task].id.str());
  event.append(".").append(news.word);
  // What the phases wait for beside events is time, and that tasks are accepted or fall away.
  const bool may_free_a_guard =
      news.word == model::TaskAccepted::word || news.word == model::TaskCancelled::word;
  if (may_free_a_guard || chart::has_transition_for(chart, current, event)) {
    PhaseHost host{*this};
    auto& machine = phases();
    keep(interpreter().step(chart, machine, event, stamp_.as_of, host), chart, {}, event, machine);
  }
}

void Draft::start_if_ready(TaskIndex task) {
  const auto* change = find(task);
  const bool opened = campaign_.tasks[task].reached.any(model::RungKind::open) ||
                      (change != nullptr && change->opened);
  if (opened && state_of(task) == TaskState::ready && !waits_for(task) &&
      waits_elsewhere(task) == nullptr) {
    record(task, model::TaskStarted{campaign_.plan->tasks[task].id});
  }
}

/// A due date that is counted from the acceptance of others is known with the last of them.
void Draft::date_if_known(TaskIndex task) {
  const auto& planned = campaign_.plan->tasks[task];
  const auto& rule = planned.due_after;
  if (!rule || campaign_.tasks[task].due || is_settled(task) ||
      !std::ranges::all_of(rule->tasks, [this](TaskIndex other) { return is_settled(other); })) {
    return;
  }
  const auto unit =
      rule->working_days ? calendar::LimitUnit::working_day : calendar::LimitUnit::day;
  const Day due = calendar::last_day_of(local_day(stamp_.as_of), {rule->days, unit},
                                        *around_.office.working_days);
  record(task, model::DatesFixed{planned.id, std::nullopt, due});
}

void Draft::keep(const Result<chart::Moved>& moved, const chart::Chart& chart,
                 const model::TaskId& task, std::string_view cause, const chart::Machine& machine,
                 Unmoved unmoved) {
  if (moved.has_error()) {
    rejection_ = Rejection{"never_rests", moved.error().message};
    return;
  }
  if (moved->microsteps == 0 && unmoved == Unmoved::is_dropped) {
    return;
  }
  record(model::ChartMoved{task, std::string{cause}, names(chart, moved->exited),
                           names(chart, moved->entered),
                           std::make_shared<const chart::Snapshot>(chart::save(chart, machine))});
  for (const auto starting : std::exchange(starting_, {})) {
    if (state_of(starting) == TaskState::planned) {
      announce(starting);
    }
  }
  if (task.empty() && machine.done) {
    begin_closing();
  }
}

void Draft::never_rests() {
  rejection_ = Rejection{"never_rests",
                         {"các giai đoạn của kế hoạch không bao giờ dừng: kiểm tra các vòng lặp",
                          "the phases of the plan never rest: look for a circle in them"}};
}

const Draft::Changed* Draft::find(TaskIndex task) const {
  const auto found = std::ranges::lower_bound(changed_, task, {}, &Changed::task);
  return found == changed_.end() || found->task != task ? nullptr : &*found;
}

Draft::Changed& Draft::changed(TaskIndex task) {
  const auto found = std::ranges::lower_bound(changed_, task, {}, &Changed::task);
  if (found != changed_.end() && found->task == task) {
    return *found;
  }
  return *changed_.insert(found, {task, campaign_.tasks[task].state, false, std::nullopt});
}

chart::Machine& Draft::procedure_machine(TaskIndex task) {
  auto& machine = changed(task).procedure;
  if (!machine) {
    machine = campaign_.tasks[task].procedure.value_or(chart::Machine{});
  }
  return *machine;
}

chart::Machine& Draft::phases() {
  if (!phases_) {
    phases_ = campaign_.phases;
  }
  return *phases_;
}

}  // namespace tiendo::decide
