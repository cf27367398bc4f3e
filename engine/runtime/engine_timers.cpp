// The engine and its timers: which of them an event moves, and what they are set to.

#include <algorithm>
#include <limits>

#include "model/task_event.hpp"
#include "runtime/engine.hpp"
#include "runtime/telling.hpp"

namespace tiendo::runtime {
namespace {

/// Whether an event of a task can change when the clock has something to do for it.
template <class Body>
constexpr bool moves_time =
    !std::is_same_v<Body, model::ProgressReported> && !std::is_same_v<Body, model::StepPerformed> &&
    !std::is_same_v<Body, model::TaskCommented> && !std::is_same_v<Body, model::EvidenceAttached> &&
    !std::is_same_v<Body, model::ExtensionAsked> && !std::is_same_v<Body, model::ExtensionRefused>;

/// Whether what waited for the task in another campaign may begin, or no longer.
template <class Body>
constexpr bool frees_others =
    std::is_same_v<Body, model::TaskAccepted> || std::is_same_v<Body, model::TaskCancelled> ||
    std::is_same_v<Body, model::TaskReopened>;

/// Whether an event of the campaign itself can: all but those that are known not to.
template <class Body>
constexpr bool moves_all_time =
    !std::is_same_v<Body, model::ChartMoved> && !std::is_same_v<Body, model::NoticeQueued> &&
    !std::is_same_v<Body, model::DeliveryMoved> && !std::is_same_v<Body, model::ResultRecorded>;

}  // namespace

void Engine::touch(const model::Event& event) {
  if (event.campaign.empty()) {
    if (std::holds_alternative<model::HolidaysSet>(event.body) ||
        std::holds_alternative<model::HoursSet>(event.body) ||
        std::holds_alternative<model::LadderSet>(event.body) ||
        std::holds_alternative<model::UnitsMerged>(event.body)) {
      for (const auto& [id, campaign] : state_.campaigns) {
        touch_all(campaign);
      }
    }
    touched_.push_back(TimerSlots::of_office);
    return;
  }
  touch(state_.campaigns.at(event.campaign), event);
}

void Engine::touch(const model::Campaign& campaign, const model::Event& event) {
  if (std::holds_alternative<model::CampaignResumed>(event.body)) {
    caught_up_ = Timestamp::min();  // what its phases waited for may have come meanwhile
  }
  const Slot first = slots_.of(campaign).first;
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
        } else if constexpr (std::is_same_v<Body, model::NoticeQueued>) {
          if (is_urgent(body.notice.subject)) {
            touched_.push_back(TimerSlots::of_office);
          }
        } else if constexpr (std::is_same_v<Body, model::DeliveryMoved>) {
          touched_.push_back(TimerSlots::of_office);  // perhaps nothing is urgent any more
        } else if constexpr (model::TaskEvent<Body>) {
          if constexpr (moves_time<Body>) {
            touch_task(body.task);
          }
          if constexpr (frees_others<Body>) {
            touch_waiting_elsewhere();
          }
        } else if constexpr (moves_all_time<Body>) {
          touch_all(campaign);
        }
      },
      event.body);
}

/// Tasks of all campaigns that wait for tasks of others: one of those may have been the last.
void Engine::touch_waiting_elsewhere() {
  for (const auto& [id, campaign] : state_.campaigns) {
    const auto& waiting = campaign.plan->waiting_elsewhere;
    if (!waiting.empty()) {
      const Slot first = slots_.of(campaign).first;
      for (const auto task : waiting) {
        touched_.push_back(first + 1 + task);
      }
    }
  }
}

void Engine::touch_all(const model::Campaign& campaign) {
  const auto [of, first, count] = slots_.of(campaign);
  for (Slot slot = first; slot < first + count; ++slot) {
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
  if (slot == TimerSlots::of_office) {
    // Last of what happens at one instant: the notices of this morning are in its digest.
    if (const auto telling = next_telling(state_, now_)) {
      timers_.set(slot, *telling, std::numeric_limits<std::uint8_t>::max());
    } else {
      timers_.clear(slot);
    }
    return;
  }
  const auto [campaign, task] = slots_.at(slot);
  if (campaign == nullptr) {
    return timers_.clear(slot);
  }
  const auto due =
      task ? decide::next_due(*campaign, *task, state_) : decide::next_due(*campaign, caught_up_);
  if (due) {
    timers_.set(slot, due->at, due->rank);
  } else {
    timers_.clear(slot);
  }
}

}  // namespace tiendo::runtime
