#include "decide/charts.hpp"

#include <algorithm>

namespace tiendo::decide {
namespace {

/// Answers one condition over the campaign as the draft leaves it.
struct Holds {
  const Draft& draft;

  [[nodiscard]] bool is(const model::TaskId& id, model::TaskState state) const {
    const auto task = draft.campaign().plan->find(id);
    return task && draft.state_of(*task) == state;
  }
  /// What was cancelled is waited for no more, as with tasks that come after one another.
  bool operator()(const model::Accepted& condition) const {
    return std::ranges::all_of(condition.tasks, [&](const auto& id) {
      return is(id, model::TaskState::accepted) || is(id, model::TaskState::cancelled);
    });
  }
  bool operator()(const model::AnyAccepted& condition) const {
    return std::ranges::any_of(condition.tasks,
                               [&](const auto& id) { return is(id, model::TaskState::accepted); });
  }
  bool operator()(const model::Reached& condition) const {
    const auto result = draft.result_of(condition.target);
    return result && *result >= condition.at_least;
  }
  bool operator()(const model::At& condition) const {
    return instant_of(condition.day) <= draft.as_of();
  }
};

Timestamp after(const Draft& draft, const chart::Delay& delay, Timestamp from) {
  if (const auto* time = std::get_if<std::chrono::microseconds>(&delay)) {
    return from + *time;
  }
  const Day day =
      draft.office().working_days->add(local_day(from), std::get<chart::WorkingDays>(delay).count);
  return instant_of(day, draft.office().hours_for(*draft.campaign().plan).opens);
}

}  // namespace

chart::Interpreter& interpreter() {
  thread_local chart::Interpreter shared;
  return shared;
}

bool PhaseHost::holds(std::uint32_t guard) {
  return std::visit(Holds{draft_}, draft_.campaign().plan->phases.conditions[guard]);
}

void PhaseHost::perform(std::uint32_t action) {
  for (const auto& id : draft_.campaign().plan->phases.starts[action].tasks) {
    const auto task = draft_.campaign().plan->find(id);
    if (task && draft_.state_of(*task) == model::TaskState::planned) {
      draft_.start_later(*task);
    }
  }
}

Timestamp PhaseHost::due(const chart::Delay& delay, Timestamp from) {
  return after(draft_, delay, from);
}

bool ProcedureHost::holds(std::uint32_t guard) {
  return std::visit(Holds{draft_}, procedure_.conditions[guard]);
}

void ProcedureHost::perform(std::uint32_t) {}

Timestamp ProcedureHost::due(const chart::Delay& delay, Timestamp from) {
  return after(draft_, delay, from);
}

}  // namespace tiendo::decide
