#include "model/task_event.hpp"

namespace tiendo::model {
namespace {

struct StateAfter {
  TaskState state;
  TaskState before_suspension;
  const PlannedTask& planned;

  TaskState operator()(const TaskAnnounced&) const {
    return planned.detailed_plan_owed ? TaskState::announced : TaskState::ready;
  }
  TaskState operator()(const PlanBegun&) const { return TaskState::planning; }
  TaskState operator()(const PlanSubmitted&) const { return TaskState::plan_submitted; }
  TaskState operator()(const PlanReturned&) const { return TaskState::planning; }
  TaskState operator()(const PlanApproved&) const { return TaskState::ready; }
  TaskState operator()(const TaskStarted&) const { return TaskState::in_progress; }
  TaskState operator()(const TaskReported&) const { return TaskState::reported; }
  TaskState operator()(const ReportReturned&) const { return TaskState::in_progress; }
  TaskState operator()(const TaskAccepted&) const { return TaskState::accepted; }
  TaskState operator()(const TaskReopened&) const { return TaskState::in_progress; }
  TaskState operator()(const TaskSuspended&) const { return TaskState::suspended; }
  TaskState operator()(const TaskResumed&) const { return before_suspension; }
  TaskState operator()(const TaskCancelled&) const { return TaskState::cancelled; }
  TaskState operator()(const auto&) const { return state; }
};

}  // namespace

TaskState state_after(const EventBody& body, TaskState state, TaskState before_suspension,
                      const PlannedTask& planned) {
  return std::visit(StateAfter{state, before_suspension, planned}, body);
}

}  // namespace tiendo::model
