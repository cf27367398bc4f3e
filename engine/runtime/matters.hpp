#pragma once

#include <optional>
#include <vector>

#include "base/time.hpp"
#include "model/notice.hpp"
#include "model/state.hpp"
#include "runtime/digest.hpp"
#include "runtime/task_view.hpp"

namespace tiendo::runtime {

/// A task that somebody has to look after now, and who.
struct Matter {
  DigestGroup group = DigestGroup::overdue;
  model::Addressee to;
  const model::Campaign* campaign = nullptr;
  model::TaskIndex task = 0;
  TimeStanding standing;
};

/// All of them at `now`, in the order of the campaigns and their plans; valid as long as `state`
/// does not change. Of the tasks that are announced, not at rest and not done: lead units are told
/// of what is overdue, due today or soon, coordinating units too; leaders of what waits for them
/// and of what was escalated to them; the office of what nobody leads.
[[nodiscard]] std::vector<Matter> matters(const model::State& state, Timestamp now);

}  // namespace tiendo::runtime
