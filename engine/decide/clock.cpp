#include "decide/clock.hpp"

#include <algorithm>
#include <utility>

#include "decide/campaign_commands.hpp"
#include "decide/draft.hpp"
#include "decide/mergers.hpp"
#include "decide/schedule.hpp"
#include "lifecycle/campaign_lifecycle.hpp"
#include "model/at_work.hpp"

namespace tiendo::decide {

using model::CampaignState;
using model::RungKind;
using model::Subject;
using model::TaskState;

namespace {

constexpr std::uint8_t rank_of_mergers = 0;
constexpr std::uint8_t rank_of_phases = 1;

std::uint8_t rank_of(RungKind kind) {
  const auto rank = static_cast<std::uint8_t>(kind);
  return kind == RungKind::due ? rank : static_cast<std::uint8_t>(rank + rank_of_phases);
}

std::optional<Due> sooner(std::optional<Due> left, std::optional<Due> right) {
  if (!left || !right) {
    return left ? left : right;
  }
  return std::pair{left->at, left->rank} <= std::pair{right->at, right->rank} ? left : right;
}

std::optional<Timestamp> next_send(const SharedOptional<chart::Machine>& machine) {
  return machine ? chart::next_due(*machine) : std::nullopt;
}

/// The charts of a clock that never rest cannot be refused to anybody: the campaign is suspended,
/// and the reason says why.
Decision finish(Draft draft, const model::Campaign& campaign, const Surroundings& around,
                const Stamp& stamp) {
  if (auto rejection = draft.settle()) {
    Draft halted{campaign, around, stamp};
    suspend(halted, rejection->reason.vi);
    return {std::move(halted).take_events(), std::nullopt};
  }
  return {std::move(draft).take_events(), std::nullopt};
}

/// When a task that is ready and open had nothing more to wait for in another campaign.
std::optional<Timestamp> freed(const model::Campaign& campaign, model::TaskIndex task,
                               const Surroundings& around) {
  const auto& planned = campaign.plan->tasks[task];
  const auto& now = campaign.tasks[task];
  const bool waits = !planned.after_elsewhere.empty() && now.state == TaskState::ready &&
                     now.reached.any(RungKind::open);
  if (!waits || waits_elsewhere(planned, around.campaigns) != nullptr ||
      Draft{campaign, around, {}}.waits_for(task)) {
    return std::nullopt;
  }
  return std::max(freed_elsewhere(planned, around.campaigns), now.announced_at);
}

void reach(Draft& draft, model::TaskIndex task, const model::ScheduledRung& rung, bool missed) {
  if (rung.rung.kind == RungKind::announce) {
    draft.announce(task);
    return;
  }
  const auto& campaign = draft.campaign();
  draft.record(task, model::RungReached{campaign.plan->tasks[task].id,
                                        campaign.tasks[task].due_version, rung, missed});
  if (missed) {
    return;
  }
  const auto state = draft.state_of(task);
  const bool late = rung.rung.kind == RungKind::open && state != TaskState::ready &&
                    state != TaskState::in_progress;
  if (late && !campaign.tasks[task].start) {
    return;  // without a day on which it begins nobody can be late
  }
  draft.remind(task, late ? Subject::late_to_start : Subject::rung, rung.rung);
}

}  // namespace

std::optional<Due> next_due(const model::Campaign& campaign, model::TaskIndex task,
                            const Surroundings& around) {
  if (!model::is_at_work(campaign.state)) {
    return std::nullopt;
  }
  const auto& now = campaign.tasks[task];
  std::optional<Due> due;
  if (const auto rung = Schedule{campaign, task, around.office}.next()) {
    due = Due{rung->at, rank_of(rung->rung.kind)};
  }
  if (const auto* merger =
          around.office.mergers.empty() ? nullptr : merger_of(now, around.office)) {
    due = sooner(Due{instant_of(merger->day), rank_of_mergers}, due);
  }
  if (const auto free = freed(campaign, task, around)) {
    due = sooner(due, Due{*free, rank_of_phases});
  }
  if (now.state == TaskState::in_progress) {
    if (const auto send = next_send(now.procedure)) {
      due = sooner(due, Due{*send, rank_of_phases});
    }
  }
  return due;
}

std::optional<Due> next_due(const model::Campaign& campaign, Timestamp after) {
  if (!model::is_at_work(campaign.state) || campaign.state == CampaignState::closing) {
    return std::nullopt;  // also of a campaign that closes: its phases move no more
  }
  std::optional<Due> due;
  const auto consider = [&](Timestamp at) { due = sooner(due, Due{at, rank_of_phases}); };
  if (campaign.state == CampaignState::issued) {
    consider(std::max(instant_of(campaign.plan->period.first), campaign.issued_at));
  }
  if (const auto send = chart::next_due(campaign.phases)) {
    consider(*send);
  }
  const auto& phases = campaign.plan->phases;
  for (const auto guard : chart::awaited_guards(phases.chart, campaign.phases)) {
    const auto* at = std::get_if<model::At>(&phases.conditions[guard]);
    if (at != nullptr && instant_of(at->day) > after) {
      consider(instant_of(at->day));
    }
  }
  return due;
}

Decision strike(const model::Campaign& campaign, model::TaskIndex task, const Surroundings& around,
                Tick tick) {
  const Schedule schedule{campaign, task, around.office};
  const auto rung = schedule.next();
  const auto send = next_send(campaign.tasks[task].procedure);
  const Stamp stamp{tick.now, {}, nullptr, tick.as_of};
  Draft draft{campaign, around, stamp};
  const auto* merger = merger_of(campaign.tasks[task], around.office);
  if (merger != nullptr && instant_of(merger->day) <= tick.as_of) {
    carry_out(*merger, task, draft);
  } else if (rung && rung->at <= tick.as_of && (!send || rung->at <= *send)) {
    reach(draft, task, *rung, schedule.superseded(*rung, tick.now));
  } else if (send && *send <= tick.as_of) {
    draft.wake_procedure(task);
  } else {
    draft.start_if_ready(task);  // what it waited for in another campaign is accepted
  }
  return finish(std::move(draft), campaign, around, stamp);
}

Decision merge(const model::Merger& merger, const model::Campaign& campaign, model::TaskIndex task,
               const Surroundings& around, Timestamp now) {
  const Stamp stamp{now, {}, nullptr, now};
  Draft draft{campaign, around, stamp};
  carry_out(merger, task, draft);
  return finish(std::move(draft), campaign, around, stamp);
}

Decision strike(const model::Campaign& campaign, const Surroundings& around, Tick tick) {
  const Stamp stamp{tick.now, {}, nullptr, tick.as_of};
  Draft draft{campaign, around, stamp};
  if (campaign.state == CampaignState::issued &&
      instant_of(campaign.plan->period.first) <= tick.as_of) {
    draft.record(model::CampaignRun{});
  }
  draft.wake_phases();
  return finish(std::move(draft), campaign, around, stamp);
}

}  // namespace tiendo::decide
