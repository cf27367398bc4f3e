#include "decide/awaited_steps.hpp"

#include <algorithm>

namespace tiendo::decide {
namespace {

/// Events that say that a part of the chart has ended: nobody gives them.
bool comes_from_inside(std::string_view event) {
  return event.empty() || event == "done" || event.starts_with("done.");
}

}  // namespace

std::vector<AwaitedStep> awaited_steps(const Draft& draft, model::TaskIndex task) {
  const auto& procedure = draft.campaign().plan->tasks[task].procedure;
  const auto& machine = draft.task(task).procedure;
  if (!procedure || !machine || draft.task(task).state != model::TaskState::in_progress) {
    return {};
  }
  const auto& chart = procedure->chart;
  std::vector<AwaitedStep> steps;
  for (const auto& transition : chart.transitions()) {
    if (!machine->active.contains(transition.source)) {
      continue;
    }
    const auto targets = chart.targets(transition.targets);
    for (const auto& range : chart.descriptors(transition.descriptors)) {
      const auto& event = chart.events().name(range.first);
      const bool known = std::ranges::find(steps, event, &AwaitedStep::event) != steps.end();
      if (!known && !comes_from_inside(event) && draft.procedure_awaits(task, event)) {
        steps.push_back({event, transition.source,
                         targets.empty() ? std::nullopt : std::optional{targets.front()}});
      }
    }
  }
  return steps;
}

}  // namespace tiendo::decide
