#include "model/plan.hpp"

namespace tiendo::model {

void link(Plan& plan) {
  plan.task_index.clear();
  for (TaskIndex i = 0; i < plan.tasks.size(); ++i) {
    plan.task_index.emplace(plan.tasks[i].id, i);
    plan.tasks[i].dependents.clear();
    plan.tasks[i].announced_by_phases = false;
    const auto kind = plan.kinds.find(plan.tasks[i].kind);
    plan.tasks[i].procedure = kind == plan.kinds.end() ? nullptr : kind->second.procedure;
  }
  for (TaskIndex i = 0; i < plan.tasks.size(); ++i) {
    for (const TaskIndex earlier : plan.tasks[i].after) {
      plan.tasks[earlier].dependents.push_back(i);
    }
  }
  for (const auto& start : plan.phases.starts) {
    for (const auto& task : start.tasks) {
      if (const auto index = plan.find(task)) {
        plan.tasks[*index].announced_by_phases = true;
      }
    }
  }
}

}  // namespace tiendo::model
