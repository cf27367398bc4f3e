#include "runtime/step_words.hpp"

#include <set>

#include "model/plan.hpp"

namespace tiendo::runtime {
namespace {

/// The task that the step is of; null where it has no procedure, or nobody knows it.
const model::PlannedTask* with_procedure(const model::TaskId& id, const model::Plan* plan) {
  const auto index = plan != nullptr ? plan->find(id) : std::nullopt;
  return index && plan->tasks[*index].procedure ? &plan->tasks[*index] : nullptr;
}

std::string title_of_state(const model::Plan& plan, const model::PlannedTask& task,
                           const std::string& id) {
  const auto kind = plan.kinds.find(task.kind);
  const auto title = kind->second.state_titles.find(id);
  return title == kind->second.state_titles.end() ? id : title->second;
}

/// The states to which a step leads, from wherever it is performed.
std::set<chart::StateIndex> targets_of(const chart::Chart& chart, const std::string& step) {
  const auto event = chart.events().find(step);
  std::set<chart::StateIndex> found;
  for (const auto& transition : chart.transitions()) {
    if (chart.matches(transition, event)) {
      const auto targets = chart.targets(transition.targets);
      found.insert(targets.begin(), targets.end());
    }
  }
  return found;
}

/// The titles of the states to which the step may lead.
std::string targets_in_words(const model::StepPerformed& performed, const model::Plan* plan) {
  const auto* task = with_procedure(performed.task, plan);
  if (task == nullptr) {
    return {};
  }
  const auto& chart = task->procedure->chart;
  std::string titles;
  for (const auto target : targets_of(chart, performed.step)) {
    titles += (titles.empty() ? "" : " / ") + title_of_state(*plan, *task, chart.name(target));
  }
  return titles;
}

/// The states that were gone to, one after the other; empty where that is not known.
std::string way_of_step(const model::StepPerformed& performed, const model::ChartMoved& moved,
                        const model::Plan* plan) {
  const auto* task = with_procedure(performed.task, plan);
  if (task == nullptr) {
    return {};
  }
  const auto& chart = task->procedure->chart;
  std::set<chart::StateIndex> left;  // of what was entered: in the order of the procedure
  for (const auto& id : moved.entered) {
    if (const auto state = chart.find(id)) {
      left.insert(*state);
    }
  }
  std::string way;
  const auto go_to = [&](chart::StateIndex state) {
    way += (way.empty() ? "" : " → ") + title_of_state(*plan, *task, chart.name(state));
    std::erase_if(left, [&](chart::StateIndex other) {
      return other == state || chart.is_inside(other, state) || chart.is_inside(state, other);
    });
  };
  for (const auto target : targets_of(chart, performed.step)) {
    if (left.contains(target)) {
      go_to(target);
    }
  }
  while (!left.empty()) {
    go_to(*left.begin());
  }
  return way;
}

/// To have come to a state is not to have done what is called by its name.
Text entered(const std::string& states) {
  return {"Chuyển sang bước: " + states, "Moved on to: " + states};
}

}  // namespace

Text step_words(const model::StepPerformed& performed, const model::Plan* plan) {
  const auto titles = targets_in_words(performed, plan);
  return titles.empty()
             ? Text{"Thực hiện bước: " + performed.step, "Step performed: " + performed.step}
             : entered(titles);
}

Text step_words(const model::StepPerformed& performed, const model::ChartMoved& moved,
                const model::Plan* plan) {
  const auto way = way_of_step(performed, moved, plan);
  return way.empty() ? step_words(performed, plan) : entered(way);
}

}  // namespace tiendo::runtime
