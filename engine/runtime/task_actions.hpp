#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/time.hpp"
#include "calendar/working_days.hpp"
#include "model/lifecycle.hpp"
#include "model/state.hpp"

namespace tiendo::runtime {

/// A step for which the procedure of a task waits.
struct AwaitedStep {
  std::string event;
  std::string leads_to;  // the title of the state that it leads to; may be empty
  std::string from;      // the state of the procedure that waits for it
  std::string to;        // the one that it leads to; empty: none
};

/// What may be done to a task, and why not.
struct TaskChoice {
  model::TaskAction action = model::TaskAction::comment;
  bool possible = false;   // by the law, in the state of the task and its campaign
  Text why_not;            // where it is not
  Text who;                // whose command it is
  bool permitted = false;  // to whoever asks, were it possible
};

/// Every action, in the order of the law, as it looks to `user` at `now`. What only the arguments
/// of a command decide (whether a date lies in the future) is not asked.
[[nodiscard]] std::vector<TaskChoice> choices(const model::State& state,
                                              const model::Campaign& campaign,
                                              model::TaskIndex task, const model::UserId& user,
                                              Timestamp now);

/// The steps that the procedure of the task takes at `now`; none where it does not run.
[[nodiscard]] std::vector<AwaitedStep> awaited_steps(const model::State& state,
                                                     const model::Campaign& campaign,
                                                     model::TaskIndex task, Timestamp now);

/// A task of another campaign that comes before.
struct AwaitedElsewhere {
  const model::TaskElsewhere* wanted = nullptr;
  const model::Campaign* campaign = nullptr;  // null: not issued, or it has no such task
  model::TaskIndex index = 0;
  const model::Task* task = nullptr;

  [[nodiscard]] const model::PlannedTask& planned() const { return campaign->plan->tasks[index]; }
  [[nodiscard]] bool is_awaited() const {
    return task == nullptr || (task->state != model::TaskState::accepted &&
                               task->state != model::TaskState::cancelled);
  }
};

/// All of them, in the order of the plan, awaited or not.
[[nodiscard]] std::vector<AwaitedElsewhere> awaited_elsewhere(const model::State& state,
                                                              const model::PlannedTask& planned);

/// Where the procedure of the task stands, by the titles of its states; empty where it has not
/// begun or there is none.
[[nodiscard]] std::vector<std::string> procedure_states(const model::Campaign& campaign,
                                                        model::TaskIndex task);

/// The phases that are active, by their titles.
[[nodiscard]] std::vector<std::string> phases(const model::Campaign& campaign);

/// Tasks that have to be accepted before this one may start and are not.
[[nodiscard]] std::vector<model::TaskIndex> waits_for(const model::Campaign& campaign,
                                                      model::TaskIndex task);

}  // namespace tiendo::runtime
