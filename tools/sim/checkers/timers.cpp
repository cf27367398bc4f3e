#include "sim/checkers/timers.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "decide/clock.hpp"
#include "runtime/telling.hpp"

namespace tiendo::sim {
namespace {

using model::CampaignState;
using model::RungKind;
using model::TaskState;

bool is_live(const model::Campaign& campaign) {
  return campaign.state == CampaignState::issued || campaign.state == CampaignState::running ||
         campaign.state == CampaignState::closing;
}

bool is_owed(const model::Task& task) {
  return task.state == TaskState::announced || task.state == TaskState::planning ||
         task.state == TaskState::plan_submitted || task.state == TaskState::ready ||
         task.state == TaskState::in_progress;
}

/// What design.md 5.5 to 5.7 say of one task, for this instant.
class Expected {
 public:
  Expected(const model::Campaign& campaign, std::size_t task, const model::Office& office,
           Timestamp now)
      : campaign_{campaign},
        planned_{campaign.plan->tasks[task]},
        task_{campaign.tasks[task]},
        office_{office},
        days_{*office.working_days},
        now_{now} {}

  [[nodiscard]] Wrong missing() const {
    const auto opens = instant_of(task_.start.value_or(campaign_.plan->period.first));
    if (std::max(opens, task_.announced_at) <= now_ && !task_.reached.any(RungKind::open)) {
      return "the opening of its window";
    }
    if (const auto& machine = task_.procedure; machine && task_.state == TaskState::in_progress) {
      if (const auto send = chart::next_due(*machine); send && *send <= now_) {
        return "a send of its procedure";
      }
    }
    return task_.due ? missing_of_due_date(*task_.due) : Wrong{};
  }

 private:
  [[nodiscard]] Wrong missing_of_due_date(Day due) const {
    const bool as_printed = due == planned_.window->due && planned_.window->due_time;
    const auto ends = as_printed ? instant_of(due, *planned_.window->due_time) : end_of(due);
    if (std::max(ends, task_.dates_set_at) <= now_ && !task_.reached.any(RungKind::due)) {
      return "the end of its due date";
    }
    return planned_.ladder ? missing_of_ladder(due) : Wrong{};
  }

  [[nodiscard]] Wrong missing_of_ladder(Day due) const {
    const auto standing = office_.ladders.find(planned_.ladder_name);
    const bool stands = standing != office_.ladders.end();
    const auto& ladder = stands ? standing->second.ladder : *planned_.ladder;
    const auto since =
        stands ? std::max(task_.dates_set_at, standing->second.set_at) : task_.dates_set_at;
    const auto is_told = [&](Day working_day) {
      const auto at = instant_of(working_day, office_.hours_for(*campaign_.plan).opens);
      return since <= at && at <= now_;
    };
    for (const int before : ladder.before) {
      const auto day = before == 0 ? days_.previous_on_or_before(due) : days_.add(due, -before);
      if (is_told(day) && !task_.reached.contains({RungKind::reminder, -before})) {
        return fmt::format("the reminder {} working days before {}", before, to_string(due));
      }
    }
    if (ladder.overdue_every > 0 && is_told(days_.add(due, ladder.overdue_every)) &&
        !task_.reached.any(RungKind::overdue)) {
      return "the first notice that it is overdue";
    }
    const std::pair<RungKind, std::optional<int>> escalations[] = {
        {RungKind::to_head, ladder.head_after}, {RungKind::to_leaders, ladder.leaders_after}};
    for (const auto& [kind, after] : escalations) {
      if (after && is_told(days_.add(due, *after)) && !task_.reached.any(kind)) {
        return fmt::format("the escalation {}", model::name(kind));
      }
    }
    return {};
  }

  const model::Campaign& campaign_;
  const model::PlannedTask& planned_;
  const model::Task& task_;
  const model::Office& office_;
  const calendar::WorkingDays& days_;
  Timestamp now_;
};

Wrong missing_of(const model::Campaign& campaign, const model::Office& office, Timestamp now) {
  if (campaign.state == CampaignState::issued && instant_of(campaign.plan->period.first) <= now) {
    return fmt::format("{}: its period has begun and it does not run", campaign.id.str());
  }
  if (const auto send = chart::next_due(campaign.phases); send && *send <= now) {
    return fmt::format("{}: a send of its phases is missing", campaign.id.str());
  }
  for (std::size_t i = 0; i < campaign.tasks.size(); ++i) {
    if (!is_owed(campaign.tasks[i])) {
      continue;
    }
    if (auto what = Expected{campaign, i, office, now}.missing()) {
      return fmt::format("{} {}: {} is missing at {}", campaign.id.str(),
                         campaign.plan->tasks[i].id.str(), *what, to_string(now));
    }
  }
  return {};
}

/// The earliest that the schedule gives when it is asked for everything.
std::optional<Timestamp> earliest(const model::State& state, Timestamp now) {
  std::optional<Timestamp> first;
  const auto consider = [&](const std::optional<decide::Due>& due) {
    if (due && (!first || due->at < *first)) {
      first = due->at;
    }
  };
  for (const auto& [id, campaign] : state.campaigns) {
    consider(decide::next_due(campaign, now));
    for (model::TaskIndex i = 0; i < campaign.tasks.size(); ++i) {
      consider(decide::next_due(campaign, i, state));
    }
  }
  if (const auto telling = runtime::next_telling(state, now)) {
    first = first ? std::min(*first, *telling) : telling;
  }
  return first;
}

/// Mornings on which people are told, and what cannot wait for them.
Wrong missing_of(const model::State& state, Timestamp now) {
  static const model::OfficeHours usual;
  const auto& office = state.office;
  const Day today = local_day(now);
  const auto hours = office.hours.value_or(usual);
  const bool is_open = office.working_days->is_working(today) &&
                       now >= instant_of(today, hours.opens) &&
                       now < instant_of(today, hours.closes);
  if (office.channels.empty() || !is_open) {
    return {};
  }
  if (!office.digests_on || *office.digests_on < today) {
    return fmt::format("the digests of {} are missing", to_string(today));
  }
  for (const auto& [id, campaign] : state.campaigns) {
    for (const auto& [key, waiting] : campaign.outbox) {
      if (is_urgent(waiting.notice.subject)) {
        return fmt::format("{} of {} cannot wait and does", key, id.str());
      }
    }
  }
  return {};
}

std::string shown(const std::optional<Timestamp>& at) {
  return at ? to_string(*at) : "never";
}

/// After a failure more may be due than before, and never less: who waits for `next_due` must not
/// sleep over it.
Wrong sleeps_over(const Sight& sight) {
  const auto due = sight.engine.next_due();
  const auto expected = earliest(sight.replayed, sight.engine.now());
  const bool wakes = !expected || (due && *due <= std::max(*expected, sight.engine.now()));
  return wakes ? Wrong{}
               : Wrong{fmt::format("after a failure the engine next wakes at {}, and {} is due",
                                   shown(due), shown(expected))};
}

}  // namespace

Wrong TimersChecker::after_step(const Sight& sight) {
  if (!sight.engine_is_fine) {
    return sleeps_over(sight);
  }
  if (!sight.clock_has_run) {
    return {};
  }
  const auto now = sight.engine.now();
  for (const auto& [id, campaign] : sight.replayed.campaigns) {
    if (!is_live(campaign)) {
      continue;
    }
    if (auto wrong = missing_of(campaign, sight.replayed.office, now)) {
      return wrong;
    }
  }
  if (auto wrong = missing_of(sight.replayed, now)) {
    return wrong;
  }
  const auto due = sight.engine.next_due();
  if (due && *due <= now) {
    return fmt::format("something is due at {}, and it is {}", shown(due), to_string(now));
  }
  if (const auto expected = earliest(sight.replayed, now); due != expected) {
    return fmt::format("at {} the engine next wakes at {}, and the schedule says {}",
                       to_string(now), shown(due), shown(expected));
  }
  return {};
}

Wrong TimersChecker::at_the_end(const Sight& sight) {
  const auto due = sight.engine.next_due();
  const auto telling = runtime::next_telling(sight.replayed, sight.engine.now());
  return due == telling
             ? Wrong{}
             : Wrong{fmt::format("all has ended, and something is due at {}", shown(due))};
}

}  // namespace tiendo::sim
