#include "sim/checkers/rungs.hpp"

#include <fmt/format.h>

namespace tiendo::sim {

void RungsChecker::begin() {
  announced_.clear();
  reached_.clear();
}

Wrong RungsChecker::read(port::Journal::Position position, const model::Event& event,
                         const model::State& before) {
  if (const auto* announced = std::get_if<model::TaskAnnounced>(&event.body)) {
    announced_.emplace(event.campaign, announced->task);
    return {};
  }
  const auto* rung = std::get_if<model::RungReached>(&event.body);
  if (rung == nullptr) {
    return {};
  }
  const auto what = fmt::format("event {}: rung {} of {} {}, due version {},", position,
                                model::to_string(rung->rung.rung), event.campaign.str(),
                                rung->task.str(), rung->due_version);
  if (!announced_.contains({event.campaign, rung->task})) {
    return what + " was reached before the task was announced";
  }
  if (rung->rung.at > event.at) {
    return what + " was reached before its instant " + to_string(rung->rung.at);
  }
  const auto* campaign = before.find(event.campaign);
  const auto index = campaign->plan->find(rung->task);
  if (!index || campaign->tasks[*index].due_version != rung->due_version) {
    return what + " is not of the due date that counts";
  }
  const auto [kind, offset] = rung->rung.rung;
  if (!reached_.emplace(event.campaign, rung->task, rung->due_version, kind, offset).second) {
    return what + " was reached twice";
  }
  return {};
}

}  // namespace tiendo::sim
