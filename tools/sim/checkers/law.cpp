#include "sim/checkers/law.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <span>

#include "model/task_event.hpp"

namespace tiendo::sim {
namespace {

using model::CampaignState;
using model::TaskState;
using enum model::TaskState;

/// From which states an event of a task may come, and where it leads; nothing: it stays.
struct Step {
  std::vector<TaskState> from;
  std::optional<TaskState> to;
};

const std::vector<TaskState> to_be_done{announced, planning, plan_submitted, ready, in_progress};

struct StepOfTask {
  TaskState before_suspension;
  bool plan_owed;

  Step operator()(const model::TaskAnnounced&) const {
    return {{planned}, plan_owed ? announced : ready};
  }
  Step operator()(const model::TaskAssigned&) const {
    return {{planned, announced, planning, plan_submitted, ready, in_progress, reported, suspended},
            {}};
  }
  Step operator()(const model::PlanBegun&) const { return {{announced}, planning}; }
  Step operator()(const model::PlanSubmitted&) const {
    return {{announced, planning}, plan_submitted};
  }
  Step operator()(const model::PlanReturned&) const { return {{plan_submitted}, planning}; }
  Step operator()(const model::PlanApproved&) const { return {{plan_submitted}, ready}; }
  Step operator()(const model::TaskStarted&) const { return {{ready}, in_progress}; }
  Step operator()(const model::ProgressReported&) const { return {{in_progress}, {}}; }
  Step operator()(const model::StepPerformed&) const { return {{in_progress}, {}}; }
  Step operator()(const model::TaskReported&) const { return {{in_progress}, reported}; }
  Step operator()(const model::ReportReturned&) const { return {{reported}, in_progress}; }
  Step operator()(const model::TaskAccepted&) const { return {{reported}, accepted}; }
  Step operator()(const model::TaskReopened&) const { return {{accepted}, in_progress}; }
  Step operator()(const model::ExtensionAsked&) const { return {to_be_done, {}}; }
  Step operator()(const model::ExtensionGranted&) const { return {to_be_done, {}}; }
  Step operator()(const model::ExtensionRefused&) const { return {to_be_done, {}}; }
  Step operator()(const model::DatesFixed&) const {
    return {{planned, announced, planning, plan_submitted, ready, in_progress}, {}};
  }
  Step operator()(const model::TaskSuspended&) const {
    return {{announced, planning, plan_submitted, ready, in_progress, reported}, suspended};
  }
  Step operator()(const model::TaskResumed&) const { return {{suspended}, before_suspension}; }
  Step operator()(const model::TaskCancelled&) const {
    return {{planned, announced, planning, plan_submitted, ready, in_progress, reported, suspended},
            cancelled};
  }
  Step operator()(const model::TaskTransferred&) const {
    return {{planned, announced, planning, plan_submitted, ready, in_progress, reported, suspended},
            {}};
  }
  Step operator()(const model::RungReached&) const { return {to_be_done, {}}; }
  Step operator()(const auto&) const {  // words and files: at any time
    return {{planned, announced, planning, plan_submitted, ready, in_progress, reported, accepted,
             suspended, cancelled},
            {}};
  }
};

bool is_live(CampaignState state) {
  return state == CampaignState::issued || state == CampaignState::running ||
         state == CampaignState::closing;
}

Wrong may_not(std::string_view what, std::string_view state) {
  return fmt::format("{} while {}", what, state);
}

}  // namespace

Wrong LawChecker::read(port::Journal::Position position, const model::Event& event,
                       const model::State&) {
  if (event.campaign.empty()) {
    return {};
  }
  auto& campaign = campaigns_[event.campaign];
  auto wrong = std::visit(
      [&]<class Body>(const Body& body) -> Wrong {
        if constexpr (model::TaskEvent<Body>) {
          auto broken = step_of_task(campaign, body.task, event.body);
          return broken ? fmt::format("{}: {} is {}", body.task.str(), Body::word, *broken)
                        : Wrong{};
        } else {
          return step_of_campaign(campaign, event.body);
        }
      },
      event.body);
  if (wrong) {
    return fmt::format("event {}: {}: {}", position, event.campaign.str(), *wrong);
  }
  return {};
}

Wrong LawChecker::step_of_task(CampaignStands& campaign, const model::TaskId& id,
                               const model::EventBody& body) {
  if (!is_live(campaign.state)) {
    return may_not("done", fmt::format("its campaign is {}", model::name(campaign.state)));
  }
  const auto index = campaign.plan->find(id);
  if (!index) {
    return "of no task of the plan";
  }
  const auto& planned_task = campaign.plan->tasks[*index];
  auto& task = campaign.tasks[id];
  const auto step = std::visit(StepOfTask{task.before, planned_task.detailed_plan_owed}, body);
  if (std::ranges::find(step.from, task.state) == step.from.end()) {
    return may_not("done", fmt::format("the task is {}", model::name(task.state)));
  }
  if (std::holds_alternative<model::TaskStarted>(body)) {
    for (const auto earlier : planned_task.after) {
      const auto state = campaign.tasks[campaign.plan->tasks[earlier].id].state;
      if (state != accepted && state != cancelled) {
        return may_not("done",
                       fmt::format("{}, which it comes after, is {}",
                                   campaign.plan->tasks[earlier].id.str(), model::name(state)));
      }
    }
  }
  if (step.to) {
    if (*step.to == suspended) {
      task.before = task.state;
    }
    task.state = *step.to;
  }
  return {};
}

namespace {

/// As Step, of a campaign.
struct StepOfCampaign {
  CampaignState before_suspension;

  struct Way {
    std::string_view word;
    std::vector<CampaignState> from;
    std::optional<CampaignState> to;
  };

  static std::vector<CampaignState> live() {
    return {CampaignState::issued, CampaignState::running, CampaignState::closing};
  }
  Way operator()(const model::CampaignIssued&) const {
    return {"issued", {CampaignState::draft}, CampaignState::issued};
  }
  Way operator()(const model::CampaignRun&) const {
    return {"run", {CampaignState::issued}, CampaignState::running};
  }
  Way operator()(const model::CampaignClosing&) const {
    return {"closing", {CampaignState::issued, CampaignState::running}, CampaignState::closing};
  }
  Way operator()(const model::CampaignClosed&) const {
    return {"closed", {CampaignState::closing}, CampaignState::closed};
  }
  Way operator()(const model::CampaignSuspended&) const {
    return {"suspended", live(), CampaignState::suspended};
  }
  Way operator()(const model::CampaignResumed&) const {
    return {"resumed", {CampaignState::suspended}, before_suspension};
  }
  Way operator()(const model::CampaignCancelled&) const {
    auto from = live();
    from.push_back(CampaignState::draft);
    from.push_back(CampaignState::suspended);
    return {"cancelled", std::move(from), CampaignState::cancelled};
  }
  Way operator()(const model::PlanAmended&) const { return {"amended", live(), {}}; }
  Way operator()(const model::ResultRecorded&) const { return {"given a result", live(), {}}; }
  Way operator()(const model::ChartMoved&) const { return {"moved", live(), {}}; }
  Way operator()(const model::NoticeQueued&) const { return {"told of", live(), {}}; }
  Way operator()(const auto&) const { return {}; }
};

}  // namespace

Wrong LawChecker::step_of_campaign(CampaignStands& campaign, const model::EventBody& body) {
  if (const auto* issued = std::get_if<model::CampaignIssued>(&body)) {
    campaign.plan = issued->plan;
  }
  const auto way = std::visit(StepOfCampaign{campaign.before}, body);
  if (way.word.empty()) {
    return {};
  }
  if (std::ranges::find(way.from, campaign.state) == way.from.end()) {
    return may_not(fmt::format("the campaign is {}", way.word), model::name(campaign.state));
  }
  if (const auto* amended = std::get_if<model::PlanAmended>(&body)) {
    campaign.plan = amended->plan;
  }
  if (const auto* queued = std::get_if<model::NoticeQueued>(&body); queued != nullptr) {
    const auto state = campaign.tasks[queued->notice.task].state;
    if (queued->notice.rung && std::ranges::find(to_be_done, state) == to_be_done.end()) {
      return may_not(fmt::format("people are reminded of {}", queued->notice.task.str()),
                     model::name(state));
    }
  }
  if (way.to) {
    if (*way.to == CampaignState::suspended) {
      campaign.before = campaign.state;
    }
    campaign.state = *way.to;
  }
  return {};
}

}  // namespace tiendo::sim
