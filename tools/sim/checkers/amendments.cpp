#include "sim/checkers/amendments.hpp"

#include <fmt/format.h>

#include "model/at_work.hpp"

namespace tiendo::sim {
namespace {

using model::TaskState;

/// But for its procedure, which stands in the terms of a chart that may be another one now.
bool same(model::Task before, const model::Task& after) {
  before.procedure = after.procedure;
  return before == after;
}

Wrong changed(const model::Campaign& before, const model::Campaign& after) {
  for (std::size_t i = 0; i < before.tasks.size(); ++i) {
    const auto& id = before.plan->tasks[i].id;
    const auto& task = before.tasks[i];
    const auto place = after.plan->find(id);
    if (!place) {
      return fmt::format("{} is not there any more", id.str());
    }
    if (model::is_over(task.state) && !same(task, after.tasks[*place])) {
      return fmt::format("{} is {} and was changed", id.str(), model::name(task.state));
    }
    const bool is_done = task.state == TaskState::accepted || task.state == TaskState::reported;
    if (is_done && after.plan->tasks[*place].dropped) {
      return fmt::format("{} is {} and was left out", id.str(), model::name(task.state));
    }
    if (before.plan->tasks[i].dropped && !after.plan->tasks[*place].dropped) {
      return fmt::format("{} was left out before and is there again", id.str());
    }
  }
  return {};
}

}  // namespace

Wrong AmendmentsChecker::read(port::Journal::Position position, const model::Event& event,
                              const model::State& before) {
  const auto* campaign = before.find(event.campaign);
  if (campaign == nullptr || !std::holds_alternative<model::PlanAmended>(event.body)) {
    return {};
  }
  model::State after;
  after.campaigns.emplace(campaign->id, *campaign);
  model::apply(after, event);
  if (auto wrong = changed(*campaign, after.campaigns.begin()->second)) {
    return fmt::format("event {}: {}: {}", position, event.campaign.str(), *wrong);
  }
  return {};
}

}  // namespace tiendo::sim
