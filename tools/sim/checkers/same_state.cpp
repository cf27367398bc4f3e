#include "sim/checkers/same_state.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "journal/codec.hpp"

namespace tiendo::sim {
namespace {

bool same(const model::WaitingNotice& left, const model::WaitingNotice& right) {
  return left.delivery == right.delivery && left.by == right.by &&
         left.notice.task == right.notice.task && left.notice.to == right.notice.to;
}

bool same(const model::WaitingMessage& left, const model::WaitingMessage& right) {
  return left.delivery == right.delivery && left.message == right.message;
}

bool same(const calendar::HolidayYear& left, const calendar::HolidayYear& right) {
  return left.year == right.year && left.notice == right.notice &&
         left.days_off == right.days_off && left.saturdays_worked == right.saturdays_worked;
}

Wrong difference(const model::Campaign& live, const model::Campaign& replayed) {
  const auto& id = live.id.str();
  if (live.state != replayed.state || live.before_suspension != replayed.before_suspension) {
    return fmt::format("campaign {} is {}, replayed {}", id, model::name(live.state),
                       model::name(replayed.state));
  }
  if (live.plan_version != replayed.plan_version || live.issued_at != replayed.issued_at ||
      live.phases != replayed.phases || live.results != replayed.results) {
    return fmt::format("campaign {} differs in version, date, phases or results", id);
  }
  if (live.tasks.size() != replayed.tasks.size()) {
    return fmt::format("campaign {} has {} tasks, replayed {}", id, live.tasks.size(),
                       replayed.tasks.size());
  }
  for (std::size_t i = 0; i < live.tasks.size(); ++i) {
    const auto& task = live.tasks[i];
    const auto& other = replayed.tasks[i];
    if (task != other) {
      return fmt::format("{} {} is {} at version {}, due version {}, replayed {} at {}, {}", id,
                         live.plan->tasks[i].id.str(), model::name(task.state), task.version,
                         task.due_version, model::name(other.state), other.version,
                         other.due_version);
    }
  }
  if (live.outbox.size() != replayed.outbox.size()) {
    return fmt::format("campaign {} has {} notices to send, replayed {}", id, live.outbox.size(),
                       replayed.outbox.size());
  }
  for (const auto& [key, delivery] : live.outbox) {
    const auto other = replayed.outbox.find(key);
    if (other == replayed.outbox.end() || !same(delivery, other->second)) {
      return fmt::format("campaign {}: the notice {} differs", id, key);
    }
  }
  return {};
}

Wrong difference(const model::Office& live, const model::Office& replayed) {
  if (live.people != replayed.people) {
    return "the people of the office differ";
  }
  if (live.units != replayed.units) {
    return "the units of the office differ";
  }
  if (live.channels != replayed.channels || live.digests_on != replayed.digests_on ||
      !std::ranges::equal(live.outbox, replayed.outbox, [](const auto& a, const auto& b) {
        return a.first == b.first && same(a.second, b.second);
      })) {
    return "the messages of the office differ";
  }
  bool same_holidays = live.holidays.size() == replayed.holidays.size();
  for (const auto& [year, days] : live.holidays) {
    const auto other = replayed.holidays.find(year);
    same_holidays = same_holidays && other != replayed.holidays.end() && same(days, other->second);
  }
  return same_holidays ? Wrong{} : Wrong{"the holidays differ"};
}

std::string plan_in_words(const model::Campaign& campaign) {
  std::string payload;
  journal::encode(model::CampaignIssued{campaign.plan, {}}, payload);
  return payload;
}

}  // namespace

Wrong first_difference(const model::State& live, const model::State& replayed) {
  if (auto wrong = difference(live.office, replayed.office)) {
    return wrong;
  }
  if (live.campaigns.size() != replayed.campaigns.size()) {
    return fmt::format("{} campaigns, replayed {}", live.campaigns.size(),
                       replayed.campaigns.size());
  }
  for (const auto& [id, campaign] : live.campaigns) {
    const auto* other = replayed.find(id);
    if (other == nullptr) {
      return fmt::format("campaign {} is not there when replayed", id.str());
    }
    if (auto wrong = difference(campaign, *other)) {
      return wrong;
    }
  }
  return {};
}

Wrong SameStateChecker::after_recovery(const Sight& sight) {
  compared_.clear();
  return after_step(sight);
}

Wrong SameStateChecker::after_step(const Sight& sight) {
  if (!sight.engine_is_fine) {
    return {};
  }
  if (sight.engine.position() != sight.position) {
    return fmt::format("the engine stands at event {}, the journal has {}", sight.engine.position(),
                       sight.position);
  }
  auto wrong = first_difference(sight.engine.state(), sight.replayed);
  for (const auto& [id, campaign] : sight.replayed.campaigns) {
    if (wrong) {
      break;
    }
    const auto& live = sight.engine.state().campaigns.at(id);
    if (live.plan != campaign.plan && compared_.insert(live.plan).second &&
        plan_in_words(live) != plan_in_words(campaign)) {
      wrong = fmt::format("the plan of {} differs from the one that was issued", id.str());
    }
  }
  return wrong;
}

}  // namespace tiendo::sim
