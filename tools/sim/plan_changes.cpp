#include "sim/plan_changes.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "sim/random_plan.hpp"

namespace tiendo::sim {
namespace {

using model::Plan;
using model::TaskIndex;

/// So that a journal stays short.
constexpr std::size_t tasks_max = 14;

/// The tasks without those that were left out before and `left_out`; what comes after such a task
/// comes after nothing.
std::vector<model::PlannedTask> remaining(const Plan& plan, std::optional<TaskIndex> left_out) {
  std::vector<std::optional<TaskIndex>> places;
  std::vector<model::PlannedTask> tasks;
  for (TaskIndex index = 0; index < plan.tasks.size(); ++index) {
    const bool stays = !plan.tasks[index].dropped && index != left_out;
    places.push_back(stays ? std::optional{static_cast<TaskIndex>(tasks.size())} : std::nullopt);
    if (stays) {
      tasks.push_back(plan.tasks[index]);
    }
  }
  for (auto& task : tasks) {
    task.after.replace([&](auto& after) {
      std::vector<TaskIndex> moved;
      for (const auto index : after) {
        if (places[index]) {
          moved.push_back(*places[index]);
        }
      }
      after = std::move(moved);
    });
  }
  return tasks;
}

/// Writes some tasks as others might be, also the kind of what is finished.
void rewrite(Dice& dice, Plan& plan, int days) {
  for (auto& task : plan.tasks) {
    if (!dice.one_in(3)) {
      continue;
    }
    const auto other = random_task(dice, plan, 0, days);
    task.window = other.window;
    if (dice.one_in(3)) {
      task.leads = other.leads;
      task.coordinating = other.coordinating;
    }
    if (dice.one_in(4)) {
      task.ladder = other.ladder;
      task.ladder_name = other.ladder_name;
    }
    if (dice.one_in(6)) {
      task.kind = other.kind;
    }
  }
}

}  // namespace

model::AmendPlan random_amendment(Dice& dice, const model::Campaign& campaign,
                                  const std::string& mark) {
  const auto& before = *campaign.plan;
  auto plan = std::make_shared<Plan>(before);
  std::optional<TaskIndex> left_out;
  if (dice.one_in(3)) {
    left_out = static_cast<TaskIndex>(dice.below(before.tasks.size()));
  }
  plan->tasks = remaining(before, left_out);
  const auto days = static_cast<int>(
      (std::chrono::sys_days{plan->period.last} - std::chrono::sys_days{plan->period.first})
          .count());
  rewrite(dice, *plan, days);
  if (before.tasks.size() < tasks_max && (plan->tasks.empty() || dice.one_in(2))) {
    auto task = random_task(dice, *plan, static_cast<TaskIndex>(plan->tasks.size()), days);
    task.id = model::TaskId{"t" + std::to_string(before.tasks.size())};
    plan->tasks.push_back(std::move(task));
  }
  model::link(*plan);
  return {std::move(plan),
          {{"ke-hoach.yaml", mark}},
          {dice.one_in(8) ? "" : mark, {}, {}, {}},
          mark,
          {}};
}

model::MergeUnits random_merger(Dice& dice, const model::State& state, Day today,
                                const std::string& mark) {
  const std::vector<const char*> units{"trung-tam", "nghiep-vu", "to-moi", "doi-tac", "van-phong"};
  model::Merger merger;
  merger.from.emplace_back(dice.of(units));
  if (dice.one_in(4)) {
    merger.from.emplace_back(dice.of(units));
  }
  merger.into = model::UnitId{dice.of(units)};
  merger.day = plus_days(today, dice.between(-1, 15));
  merger.document = mark;
  merger.reason = mark;
  for (const auto& [id, campaign] : state.campaigns) {
    for (std::size_t i = 0; i < campaign.tasks.size(); ++i) {
      const auto treatment = static_cast<model::Treatment>(dice.below(3));
      if (dice.one_in(12)) {
        merger.tasks.push_back({id, campaign.plan->tasks[i].id, treatment, "theo văn bản " + mark});
      }
    }
  }
  return {std::move(merger)};
}

}  // namespace tiendo::sim
