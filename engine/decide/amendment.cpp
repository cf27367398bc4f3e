#include "decide/amendment.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "chart/snapshot.hpp"
#include "decide/amended_phases.hpp"
#include "decide/refuse.hpp"
#include "model/at_work.hpp"

namespace tiendo::decide {
namespace {

using model::Campaign;
using model::Plan;
using model::PlannedTask;
using model::TaskState;

/// A task that stays only for its history: nothing comes after it, and it belongs to nothing.
PlannedTask dropped(PlannedTask task) {
  task.dropped = true;
  task.after = {};
  task.after_elsewhere = {};
  task.due_after = {};
  task.part_of.reset();
  return task;
}

/// `next`, and what it leaves out of `before`.
std::shared_ptr<const Plan> with_dropped(const Plan& before, const Plan& next) {
  auto plan = std::make_shared<Plan>(next);
  for (const auto& task : before.tasks) {
    if (!next.find(task.id)) {
      plan->tasks.push_back(dropped(task));
      if (const auto kind = before.kinds.find(task.kind); kind != before.kinds.end()) {
        plan->kinds.insert(*kind);
      }
    }
  }
  model::link(*plan);
  return plan;
}

Text named_task(const PlannedTask& task) {
  return named(task.id.str(), {{task.id.str(), task.title}});
}

/// The steps at which the task stands and for which its new procedure has no place.
std::vector<std::string> vanished_steps(const model::Task& task, const PlannedTask& before,
                                        const PlannedTask& after) {
  auto stands = chart::save(before.procedure->chart, *task.procedure);
  return after.procedure ? chart::restore(after.procedure->chart, stands).vanished
                         : std::move(stands.active);
}

std::optional<Rejection> why_not_procedure(const Plan& plan, const model::Task& task,
                                           const PlannedTask& before, const PlannedTask& after) {
  if (!task.procedure || !before.procedure || task.state == TaskState::cancelled) {
    return std::nullopt;
  }
  auto gone = vanished_steps(task, before, after);
  if (gone.empty()) {
    return std::nullopt;
  }
  const auto kind = plan.kinds.find(*before.kind);
  static const std::map<std::string, std::string> untitled;
  const auto steps = named(gone, kind == plan.kinds.end() ? untitled : kind->second.state_titles);
  const auto what = named_task(before);
  return Rejection{
      "state_vanished",
      {fmt::format("nhiệm vụ {} đang ở bước {}, quy trình trong kế hoạch mới không có bước ấy: giữ "
                   "bước ấy trong quy trình của nhiệm vụ",
                   what.vi, steps.vi),
       fmt::format("the task {} is at the step {}, which its procedure in the new plan does not "
                   "have: keep that step in the procedure of the task",
                   what.en, steps.en)},
      before.id,
      std::move(gone)};
}

/// Compares the tasks of the two plans.
class Comparing {
 public:
  Comparing(const Campaign& campaign, const model::AmendPlan& command, model::PlanAmended& amended)
      : campaign_{campaign}, next_{*command.plan}, amended_{amended} {}

  std::optional<Rejection> compare() {
    const auto& before = campaign_.plan->tasks;
    for (model::TaskIndex index = 0; index < before.size(); ++index) {
      const auto& now = campaign_.tasks[index];
      const auto place = next_.find(before[index].id);
      auto refusal = place ? compare(now, before[index], next_.tasks[*place])
                           : why_not_drop(now, before[index]);
      if (refusal) {
        return refusal;
      }
    }
    return std::nullopt;
  }

 private:
  static std::optional<Rejection> why_not_drop(const model::Task& now, const PlannedTask& task) {
    if (now.state != TaskState::accepted && now.state != TaskState::reported) {
      return std::nullopt;
    }
    const auto what = named_task(task);
    return Rejection{
        "task_finished",
        {fmt::format("nhiệm vụ {} đã báo cáo hoàn thành: giữ nguyên trong kế hoạch mới", what.vi),
         fmt::format("the task {} has been reported complete: keep it in the new plan", what.en)},
        task.id};
  }

  std::optional<Rejection> compare(const model::Task& now, const PlannedTask& before,
                                   const PlannedTask& after) {
    if (before.dropped) {
      const auto what = named_task(before);
      return Rejection{
          "task_dropped",
          {fmt::format("nhiệm vụ {} đã được rút khỏi kế hoạch trước đây: dùng mã khác", what.vi),
           fmt::format("the task {} was left out by an amendment before: take another id",
                       what.en)},
          before.id};
    }
    if (model::is_over(now.state)) {  // what was accepted may be reopened where it stood
      return why_not_procedure(*campaign_.plan, now, before, after);
    }
    const auto& then = *before.window;
    const auto& window = *after.window;
    if (then.start != window.start || then.due != window.due ||
        then.certainty != window.certainty) {
      amended_.dates.push_back({before.id, window.start, window.due});
    }
    if (before.leads != after.leads || before.coordinating != after.coordinating) {
      amended_.units.push_back({before.id, after.leads, after.coordinating});
    }
    return why_not_procedure(*campaign_.plan, now, before, after);
  }

  const Campaign& campaign_;
  const Plan& next_;
  model::PlanAmended& amended_;
};

/// Whether a phase in which the campaign stands names the task among those that it starts.
bool is_started_now(const Draft& draft, model::TaskIndex task) {
  const auto& campaign = draft.campaign();
  const auto& phases = campaign.plan->phases;
  const auto& id = campaign.plan->tasks[task].id;
  bool started = false;
  draft.standing_phases().active.for_each([&](chart::StateIndex state) {
    for (const auto& action : phases.chart.actions(phases.chart.state(state).entry)) {
      if (action.op == chart::CompiledAction::Op::external) {
        const auto& tasks = phases.starts[action.value].tasks;
        started |= std::ranges::find(tasks, id) != tasks.end();
      }
    }
  });
  return started;
}

void announce_what_waits(Draft& draft) {
  const auto& campaign = draft.campaign();
  for (model::TaskIndex task = 0; task < campaign.tasks.size(); ++task) {
    const auto& planned = campaign.plan->tasks[task];
    const bool waits =
        campaign.tasks[task].state == TaskState::planned && !planned.dropped && !planned.occurrence;
    if (waits && (!planned.announced_by_phases || is_started_now(draft, task))) {
      draft.announce(task);
    }
  }
}

void cancel_dropped(const model::PlanAmended& amended, Draft& draft) {
  const auto& campaign = draft.campaign();
  const auto reason = fmt::format("Không còn trong kế hoạch điều chỉnh số {}: {}",
                                  amended.document.number, amended.reason);
  for (model::TaskIndex task = 0; task < campaign.tasks.size(); ++task) {
    const auto& planned = campaign.plan->tasks[task];
    if (planned.dropped && campaign.tasks[task].state != TaskState::cancelled) {
      const bool known = campaign.tasks[task].state != TaskState::planned;
      draft.record(task, model::TaskCancelled{planned.id, reason});
      if (known) {
        draft.tell(task, model::Subject::cancelled, reason);
      }
    }
  }
}

void tell_of_dates(const model::PlanAmended& amended, const Campaign& before, Draft& draft) {
  for (const auto& moved : amended.dates) {
    const auto& was = before.tasks[*before.plan->find(moved.task)];
    const bool has_moved = was.start != moved.start || was.due != moved.due;
    if (has_moved && was.state != TaskState::planned) {
      draft.tell(*draft.campaign().plan->find(moved.task), model::Subject::amended, amended.reason);
    }
  }
}

}  // namespace

std::variant<model::PlanAmended, Rejection> amendment(const Campaign& campaign,
                                                      const model::AmendPlan& command) {
  if (command.plan->id != campaign.plan->id) {
    return bad_argument({fmt::format("đây là kế hoạch “{}”, đợt này chạy theo “{}”",
                                     command.plan->id.str(), campaign.plan->id.str()),
                         fmt::format("this is the plan '{}', the campaign runs '{}'",
                                     command.plan->id.str(), campaign.plan->id.str())});
  }
  if (auto refusal =
          require(command.document.number,
                  {"số văn bản điều chỉnh", "the number of the document that orders it"})) {
    return std::move(*refusal);
  }
  if (auto refusal = require(command.reason, {"lý do", "the reason"})) {
    return std::move(*refusal);
  }
  if (auto refusal = why_not_renamed(campaign, command)) {
    return std::move(*refusal);
  }
  model::PlanAmended amended{.plan = {},
                             .sources = command.sources,
                             .document = command.document,
                             .reason = command.reason,
                             .dates = {},
                             .units = {}};
  if (auto refusal = Comparing{campaign, command, amended}.compare()) {
    return std::move(*refusal);
  }
  if (auto refusal = why_not_phases(campaign, command)) {
    return std::move(*refusal);
  }
  amended.plan = with_dropped(*campaign.plan, *command.plan);
  return amended;
}

void follow(const model::PlanAmended& amended, const Campaign& before,
            const model::AmendPlan& command, Draft& draft) {
  draft.carry_on_phases(phases_in(before, command));
  cancel_dropped(amended, draft);
  tell_of_dates(amended, before, draft);
  announce_what_waits(draft);
  draft.wake_phases();
}

}  // namespace tiendo::decide
