#include <catch2/catch.hpp>
#include <set>
#include <vector>

#include "lifecycle/campaign_lifecycle.hpp"
#include "lifecycle/delivery_lifecycle.hpp"
#include "lifecycle/task_lifecycle.hpp"
#include "lifecycle/transition_table.hpp"

using namespace tiendo::lifecycle;
using namespace tiendo::model;

namespace {

/// `plan_owed` × every state in which a suspension may have found the task.
std::vector<TaskFacts> every_fact() {
  std::vector<TaskFacts> facts;
  for (const TaskState before : every<TaskState>()) {
    if (next(before, TaskAction::suspend, {})) {
      facts.push_back({true, before});
      facts.push_back({false, before});
    }
  }
  return facts;
}

/// What can be reached from `start`, itself included, by the moves that `law` allows.
template <class State, class Action, class Law>
std::set<State> reachable(State start, Law law) {
  std::set<State> reached{start};
  std::vector<State> open{start};
  while (!open.empty()) {
    const State here = open.back();
    open.pop_back();
    for (const Action action : every<Action>()) {
      const auto there = law(here, action);
      if (there && reached.insert(*there).second) {
        open.push_back(*there);
      }
    }
  }
  return reached;
}

}  // namespace

TEST_CASE("a task that owes a plan goes the whole way from announced to accepted") {
  const TaskFacts facts{.plan_owed = true};
  TaskState state = TaskState::planned;
  const auto act = [&](TaskAction action) { state = next(state, action, facts).value(); };
  const std::pair<TaskAction, TaskState> year[] = {
      {TaskAction::announce, TaskState::announced},
      {TaskAction::assign, TaskState::announced},
      {TaskAction::begin_plan, TaskState::planning},
      {TaskAction::submit_plan, TaskState::plan_submitted},
      {TaskAction::return_plan, TaskState::planning},
      {TaskAction::submit_plan, TaskState::plan_submitted},
      {TaskAction::approve_plan, TaskState::ready},
      {TaskAction::start, TaskState::in_progress},
      {TaskAction::report_progress, TaskState::in_progress},
      {TaskAction::report, TaskState::reported},
      {TaskAction::return_report, TaskState::in_progress},
      {TaskAction::report, TaskState::reported},
      {TaskAction::accept, TaskState::accepted},
      {TaskAction::reopen, TaskState::in_progress},
  };
  for (const auto& [action, expected] : year) {
    act(action);
    CHECK(state == expected);
  }
}

TEST_CASE("a task that owes no plan is ready as soon as it is announced") {
  CHECK(next(TaskState::planned, TaskAction::announce, {.plan_owed = false}) == TaskState::ready);
}

TEST_CASE("a task is accepted by a leader's word on a report and in no other way") {
  for (const TaskFacts& facts : every_fact()) {
    for (const TaskState state : every<TaskState>()) {
      for (const TaskAction action : every<TaskAction>()) {
        const auto after = next(state, action, facts);
        if (after == TaskState::accepted && state != TaskState::accepted) {
          CHECK(state == TaskState::reported);
          CHECK(action == TaskAction::accept);
        }
      }
    }
  }
}

TEST_CASE("no task starts before the plan that it owes was approved") {
  const auto without_approval = [](TaskState from, TaskAction action) {
    return action == TaskAction::approve_plan || action == TaskAction::resume
               ? std::nullopt
               : next(from, action, {.plan_owed = true});
  };
  const auto reached = reachable<TaskState, TaskAction>(TaskState::planned, without_approval);
  CHECK_FALSE(reached.contains(TaskState::ready));
  CHECK_FALSE(reached.contains(TaskState::in_progress));
}

TEST_CASE("a suspended task comes back to the state in which it was suspended") {
  for (const TaskState state : every<TaskState>()) {
    const TaskFacts facts{.before_suspension = state};
    const auto suspended = next(state, TaskAction::suspend, facts);
    const auto resumed = next(TaskState::suspended, TaskAction::resume, facts);
    if (suspended) {
      CHECK(suspended == TaskState::suspended);
      CHECK(resumed == state);
    } else {
      CHECK_FALSE(resumed.has_value());
    }
  }
}

TEST_CASE("a cancelled task takes comments and nothing else") {
  for (const TaskFacts& facts : every_fact()) {
    for (const TaskAction action : every<TaskAction>()) {
      const auto after = next(TaskState::cancelled, action, facts);
      CHECK(after.has_value() == (action == TaskAction::comment));
    }
  }
}

TEST_CASE("the facts of a task matter where it is announced and where it is resumed only") {
  for (const TaskState state : every<TaskState>()) {
    for (const TaskAction action : every<TaskAction>()) {
      const auto first = next(state, action, every_fact().front());
      for (const TaskFacts& facts : every_fact()) {
        if (next(state, action, facts) != first) {
          CHECK((action == TaskAction::announce || action == TaskAction::resume));
        }
      }
    }
  }
}

TEST_CASE("every state of the three lifecycles can be reached from the first") {
  const auto task = reachable<TaskState, TaskAction>(
      TaskState::planned, [](auto s, auto a) { return next(s, a, {.plan_owed = true}); });
  CHECK(task.size() == every<TaskState>().size());
  const auto campaign = reachable<CampaignState, CampaignAction>(
      CampaignState::draft, [](auto s, auto a) { return next(s, a, CampaignState::issued); });
  CHECK(campaign.size() == every<CampaignState>().size());
  const auto delivery = reachable<DeliveryState, DeliveryAction>(
      DeliveryState::queued, [](auto s, auto a) { return next(s, a); });
  CHECK(delivery.size() == every<DeliveryState>().size());
}

TEST_CASE("a suspended campaign comes back to the state in which it was suspended") {
  for (const CampaignState state : every<CampaignState>()) {
    const auto suspended = next(state, CampaignAction::suspend, CampaignState::issued);
    const auto resumed = next(CampaignState::suspended, CampaignAction::resume, state);
    CHECK((suspended ? resumed == state : !resumed.has_value()));
  }
}

TEST_CASE("a campaign that is closed or cancelled stays so") {
  for (const CampaignState end : {CampaignState::closed, CampaignState::cancelled}) {
    for (const CampaignAction action : every<CampaignAction>()) {
      const auto then = next(end, action, CampaignState::running);
      if (end == CampaignState::closed && action == CampaignAction::file_report) {
        CHECK(then == end);
      } else {
        CHECK_FALSE(then.has_value());
      }
    }
  }
}

TEST_CASE("a notice that was sent or given up is never sent again") {
  for (const DeliveryState end : {DeliveryState::sent, DeliveryState::dead}) {
    for (const DeliveryAction action : every<DeliveryAction>()) {
      CHECK_FALSE(next(end, action).has_value());
    }
  }
}
