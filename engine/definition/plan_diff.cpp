#include "definition/plan_diff.hpp"

#include <algorithm>
#include <unordered_map>

#include "definition/planned_days.hpp"

namespace tiendo::definition {
namespace {

using Values = std::vector<Text>;
using How = ThingChange::How;

/// A name with all of its values.
struct Group {
  Text name;
  Values before;
  Values after;
};

std::vector<Group> grouped(const std::vector<Fact>& before, const std::vector<Fact>& after) {
  std::vector<Group> groups;
  const auto group_of = [&](const Text& name) -> Group& {
    const auto found = std::ranges::find(groups, name, &Group::name);
    return found == groups.end() ? groups.emplace_back(Group{name, {}, {}}) : *found;
  };
  for (const auto& fact : after) {
    group_of(fact.name).after.push_back(fact.value);
  }
  for (const auto& fact : before) {
    group_of(fact.name).before.push_back(fact.value);
  }
  return groups;
}

/// The values that `others` does not have as often.
Values without(const Values& values, const Values& others) {
  std::unordered_map<std::string, int> counts;
  for (const auto& other : others) {
    ++counts[other.en];
  }
  Values left;
  for (const auto& value : values) {
    if (--counts[value.en] < 0) {
      left.push_back(value);
    }
  }
  return left;
}

Text joined(const Values& values) {
  Text all;
  for (const auto& value : values) {
    const auto* between = all.en.empty() ? "" : "; ";
    all.vi += between + value.vi;
    all.en += between + value.en;
  }
  return all;
}

std::vector<FactChange> compare(const std::vector<Fact>& before, const std::vector<Fact>& after) {
  std::vector<FactChange> changes;
  for (const auto& group : grouped(before, after)) {
    auto lost = without(group.before, group.after);
    auto gained = without(group.after, group.before);
    if (lost.empty() && gained.empty() && group.before != group.after) {  // in another order
      lost.push_back(joined(group.before));
      gained.push_back(joined(group.after));
    }
    for (std::size_t i = 0; i < std::max(lost.size(), gained.size()); ++i) {
      changes.push_back({group.name, i < lost.size() ? std::optional{lost[i]} : std::nullopt,
                         i < gained.size() ? std::optional{gained[i]} : std::nullopt});
    }
  }
  return changes;
}

std::vector<ThingChange> compare(const std::vector<Thing>& before,
                                 const std::vector<Thing>& after) {
  std::unordered_map<std::string_view, const Thing*> old;
  for (const auto& thing : before) {
    old.emplace(thing.id, &thing);
  }
  std::vector<ThingChange> changes;
  for (const auto& thing : after) {
    const auto found = old.find(thing.id);
    const bool added = found == old.end();
    auto facts = compare(added ? std::vector<Fact>{} : found->second->facts, thing.facts);
    if (added || !facts.empty()) {
      changes.push_back(
          {added ? How::added : How::changed, thing.id, thing.title, std::move(facts)});
    }
    old.erase(thing.id);
  }
  for (const auto& thing : before) {
    if (old.contains(thing.id)) {
      changes.push_back({How::removed, thing.id, thing.title, {}});
    }
  }
  return changes;
}

void compare_days(const model::TaskId& task, const std::vector<PlannedDay>& before,
                  const std::vector<PlannedDay>& after, std::vector<DayChange>& changes) {
  const auto day_in = [](const std::vector<PlannedDay>& days, const model::Rung& rung) {
    const auto found = std::ranges::find(days, rung, &PlannedDay::rung);
    return found == days.end() ? std::nullopt : std::optional{found->day};
  };
  for (const auto& [rung, day] : after) {
    if (const auto old = day_in(before, rung); old != day) {
      changes.push_back({task, rung, old, day});
    }
  }
  for (const auto& [rung, day] : before) {
    if (!day_in(after, rung)) {
      changes.push_back({task, rung, day, std::nullopt});
    }
  }
}

std::vector<DayChange> compare_days(const model::Plan& before, const model::Plan& after,
                                    const calendar::WorkingDays& working_days) {
  const auto days_in = [&](const model::Plan& plan, const model::TaskId& task) {
    const auto index = plan.find(task);
    return index ? planned_days(plan, plan.tasks[*index], working_days) : std::vector<PlannedDay>{};
  };
  std::vector<DayChange> changes;
  for (const auto& task : after.tasks) {
    compare_days(task.id, days_in(before, task.id), days_in(after, task.id), changes);
  }
  for (const auto& task : before.tasks) {
    if (!after.find(task.id)) {
      compare_days(task.id, days_in(before, task.id), {}, changes);
    }
  }
  return changes;
}

}  // namespace

bool PlanDifference::empty() const {
  return plan.empty() && tasks.empty() && phases.empty() && kinds.empty() && targets.empty() &&
         units.empty() && days.empty();
}

PlanDifference diff(const model::Plan& before, const model::Plan& after,
                    const calendar::WorkingDays& working_days) {
  return {
      compare(facts_of(before), facts_of(after)),     compare(tasks_of(before), tasks_of(after)),
      compare(phases_of(before), phases_of(after)),   compare(kinds_of(before), kinds_of(after)),
      compare(targets_of(before), targets_of(after)), compare(units_of(before), units_of(after)),
      compare_days(before, after, working_days)};
}

}  // namespace tiendo::definition
