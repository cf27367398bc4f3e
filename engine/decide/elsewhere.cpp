#include "decide/elsewhere.hpp"
#include "model/at_work.hpp"

#include <algorithm>

namespace tiendo::decide {
namespace {

const model::Task* find(const model::TaskElsewhere& wanted, const model::Campaigns& campaigns) {
  const auto campaign = campaigns.find(wanted.campaign);
  if (campaign == campaigns.end() || !campaign->second.plan) {
    return nullptr;
  }
  const auto index = campaign->second.plan->find(wanted.task);
  return index ? &campaign->second.tasks[*index] : nullptr;
}

}  // namespace

const model::TaskElsewhere* waits_elsewhere(const model::PlannedTask& planned,
                                            const model::Campaigns& campaigns) {
  for (const auto& wanted : planned.after_elsewhere) {
    const auto* task = find(wanted, campaigns);
    if (task == nullptr || !model::is_over(task->state)) {
      return &wanted;
    }
  }
  return nullptr;
}

Timestamp freed_elsewhere(const model::PlannedTask& planned, const model::Campaigns& campaigns) {
  auto freed = Timestamp::min();
  for (const auto& wanted : planned.after_elsewhere) {
    const auto* task = find(wanted, campaigns);
    if (task != nullptr && task->accepted_at) {
      freed = std::max(freed, *task->accepted_at);
    }
  }
  return freed;
}

}  // namespace tiendo::decide
