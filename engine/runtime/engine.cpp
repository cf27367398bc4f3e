#include "runtime/engine.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "decide/clock.hpp"
#include "decide/decide.hpp"
#include "model/task_event.hpp"

namespace tiendo::runtime {
namespace {

/// Whether an event of a task can change when the clock has something to do for it.
template <class Body>
constexpr bool moves_time =
    !std::is_same_v<Body, model::ProgressReported> && !std::is_same_v<Body, model::StepPerformed> &&
    !std::is_same_v<Body, model::TaskCommented> && !std::is_same_v<Body, model::ExtensionAsked> &&
    !std::is_same_v<Body, model::ExtensionRefused> && !std::is_same_v<Body, model::TaskAssigned>;

/// Whether an event of the campaign itself can.
template <class Body>
constexpr bool moves_all_time =
    std::is_same_v<Body, model::CampaignIssued> || std::is_same_v<Body, model::CampaignRun> ||
    std::is_same_v<Body, model::CampaignClosing> || std::is_same_v<Body, model::CampaignClosed> ||
    std::is_same_v<Body, model::CampaignSuspended> ||
    std::is_same_v<Body, model::CampaignResumed> || std::is_same_v<Body, model::CampaignCancelled>;

}  // namespace

Result<void> Engine::load() {
  auto read = journal_.read(0, [this](const model::Event& event) { keep(event); });
  // How far the clock had caught up is not known: every instant that a chart waits for counts.
  caught_up_ = Timestamp::min();
  for (const auto& [id, campaign] : state_.campaigns) {
    touch_all(campaign);
  }
  set_touched();
  return read;
}

Result<decide::Decision> Engine::submit(const model::Command& command, Timestamp now) {
  if (auto advanced = advance(now); advanced.has_error()) {
    return advanced.error();
  }
  auto decision = decide::decide(state_, command, now_);
  if (decision.rejection) {
    spdlog::debug("rejected campaign={} user={} code={}", command.campaign.str(),
                  command.actor.user.str(), decision.rejection->code);
    return decision;
  }
  if (auto committed = commit(decision.events); committed.has_error()) {
    return committed.error();
  }
  if (auto advanced = advance(now); advanced.has_error()) {
    return advanced.error();
  }
  return decision;
}

Result<void> Engine::advance(Timestamp now) {
  now_ = std::max(now_, now);
  for (const auto* timer = timers_.first(); timer != nullptr && timer->at <= now_;
       timer = timers_.first()) {
    const Slot slot = timer->slot;
    caught_up_ = std::max(caught_up_, timer->at);
    const decide::Tick tick{now_, caught_up_};
    const auto& [campaign, task] = timed_[slot];
    const auto decision = task ? decide::strike(*campaign, *task, *state_.working_days, tick)
                               : decide::strike(*campaign, *state_.working_days, tick);
    if (auto committed = commit(decision.events); committed.has_error()) {
      return committed;
    }
    if (!task || decision.events.empty()) {
      set_timer(slot);  // the phases wait for what lies after now; else the events did it
    }
  }
  caught_up_ = now_;
  return {};
}

std::optional<Timestamp> Engine::next_due() const {
  const auto* timer = timers_.first();
  return timer == nullptr ? std::nullopt : std::optional{timer->at};
}

Result<void> Engine::commit(std::span<const model::Event> events) {
  if (events.empty()) {
    return {};
  }
  if (auto appended = journal_.append(events); appended.has_error()) {
    return appended.error();
  }
  for (const auto& event : events) {
    keep(event);
    touch(event);
  }
  set_touched();
  return {};
}

void Engine::keep(const model::Event& event) {
  model::apply(state_, event);
  now_ = std::max(now_, event.at);
  if (std::holds_alternative<model::CampaignIssued>(event.body)) {
    add_slots(state_.campaigns.at(event.campaign));
  }
}

void Engine::touch(const model::Event& event) {
  if (std::holds_alternative<model::HolidaysSet>(event.body)) {
    for (const auto& [id, campaign] : state_.campaigns) {
      touch_all(campaign);
    }
    return;
  }
  touch(state_.campaigns.at(event.campaign), event);
}

void Engine::add_slots(const model::Campaign& campaign) {
  first_slots_.emplace(&campaign, static_cast<Slot>(timed_.size()));
  timed_.push_back({&campaign, std::nullopt});
  for (model::TaskIndex task = 0; task < campaign.tasks.size(); ++task) {
    timed_.push_back({&campaign, task});
  }
}

void Engine::touch(const model::Campaign& campaign, const model::Event& event) {
  if (std::holds_alternative<model::CampaignResumed>(event.body)) {
    caught_up_ = Timestamp::min();  // what its phases waited for may have come meanwhile
  }
  const Slot first = first_slots_.at(&campaign);
  const auto touch_task = [&](const model::TaskId& id) {
    if (const auto task = campaign.plan->find(id)) {
      touched_.push_back(first + 1 + *task);
    }
  };
  std::visit(
      [&]<class Body>(const Body& body) {
        if constexpr (std::is_same_v<Body, model::ChartMoved>) {
          if (body.task.empty()) {
            touched_.push_back(first);
          } else {
            touch_task(body.task);
          }
        } else if constexpr (moves_all_time<Body>) {
          touch_all(campaign);
        } else if constexpr (model::TaskEvent<Body> && moves_time<Body>) {
          touch_task(body.task);
        }
      },
      event.body);
}

void Engine::touch_all(const model::Campaign& campaign) {
  const Slot first = first_slots_.at(&campaign);
  for (Slot slot = first; slot <= first + campaign.tasks.size(); ++slot) {
    touched_.push_back(slot);
  }
}

void Engine::set_touched() {
  std::ranges::sort(touched_);
  touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
  for (const Slot slot : touched_) {
    set_timer(slot);
  }
  touched_.clear();
}

void Engine::set_timer(Slot slot) {
  const auto& [campaign, task] = timed_[slot];
  const auto due = task ? decide::next_due(*campaign, *task, *state_.working_days)
                        : decide::next_due(*campaign, caught_up_);
  if (due) {
    timers_.set(slot, due->at, due->rank);
  } else {
    timers_.clear(slot);
  }
}

}  // namespace tiendo::runtime
