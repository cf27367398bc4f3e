#include "runtime/task_actions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "chart/machine.hpp"
#include "decide/awaited_steps.hpp"
#include "decide/permission.hpp"
#include "lifecycle/rights.hpp"
#include "lifecycle/task_lifecycle.hpp"
#include "lifecycle/transition_table.hpp"
#include "lifecycle/why_not.hpp"
#include "model/at_work.hpp"
#include "model/lifecycle_words.hpp"

namespace tiendo::runtime {
namespace {

using model::CampaignState;
using model::TaskAction;

Text at_rest(CampaignState state) {
  const Text words = model::words(state);
  return {fmt::format("kế hoạch {}", words.vi), fmt::format("the campaign is {}", words.en)};
}

std::vector<std::string> titles(const chart::Chart& chart, const chart::Machine& machine,
                                const std::map<std::string, std::string>& titles_of) {
  std::vector<std::string> all;
  for (const auto state : chart::active_atomic_states(chart, machine)) {
    const auto& id = chart.name(state);
    const auto title = titles_of.find(id);
    all.push_back(title == titles_of.end() ? id : title->second);
  }
  return all;
}

bool has_open_parts(const model::Campaign& campaign, model::TaskIndex whole) {
  return std::ranges::any_of(campaign.plan->tasks[whole].part_tasks, [&](auto part) {
    const auto state = campaign.tasks[part].state;
    return !model::is_over(state);
  });
}

/// What stands against an action that the law allows in the state of the task; nothing where it is
/// possible.
std::optional<Text> hindrance(TaskAction action, const model::State& state,
                              const model::Campaign& campaign, model::TaskIndex index,
                              Timestamp now) {
  const auto& task = campaign.tasks[index];
  if (action == TaskAction::perform_step && awaited_steps(state, campaign, index, now).empty()) {
    return Text{"quy trình không chờ bước nào", "the procedure waits for no step"};
  }
  if (action == TaskAction::report && task.procedure && !task.procedure->done) {
    return Text{"quy trình của nhiệm vụ chưa kết thúc", "the procedure has not ended yet"};
  }
  if (action == TaskAction::start && !waits_for(campaign, index).empty()) {
    return Text{"còn nhiệm vụ đứng trước chưa nghiệm thu",
                "a task that comes before it is not accepted yet"};
  }
  const auto* elsewhere = decide::waits_elsewhere(campaign.plan->tasks[index], state.campaigns);
  if (action == TaskAction::start && elsewhere != nullptr) {
    return Text{"còn nhiệm vụ của đợt khác đứng trước chưa nghiệm thu",
                "a task of another campaign that comes before it is not accepted yet"};
  }
  if (action == TaskAction::report && has_open_parts(campaign, index)) {
    return Text{"còn phần việc chưa nghiệm thu", "a part of it is not accepted yet"};
  }
  const bool extends = action == TaskAction::ask_extension || action == TaskAction::grant_extension;
  if (extends && !task.due) {
    return Text{"nhiệm vụ không có hạn", "the task has no due date"};
  }
  if (action == TaskAction::refuse_extension && !task.asked) {
    return Text{"chưa có đề nghị gia hạn nào", "no extension has been asked for"};
  }
  return std::nullopt;
}

}  // namespace

std::vector<TaskChoice> choices(const model::State& state, const model::Campaign& campaign,
                                model::TaskIndex index, const model::UserId& user, Timestamp now) {
  const auto& task = campaign.tasks[index];
  const auto& planned = campaign.plan->tasks[index];
  const lifecycle::TaskFacts facts{planned.detailed_plan_owed, task.before_suspension};
  const model::Command asking{user, {}, campaign.id, {}};
  const auto acting = decide::acting(state.office, asking, local_day(now));
  std::vector<TaskChoice> all;
  for (const auto action : lifecycle::every<TaskAction>()) {
    TaskChoice choice{.action = action, .who = lifecycle::who_may(action)};
    if (!model::is_at_work(campaign.state)) {
      choice.why_not = at_rest(campaign.state);
    } else if (!lifecycle::next(task.state, action, facts)) {
      choice.why_not = lifecycle::why_not(task.state, action, facts);
    } else if (auto why = hindrance(action, state, campaign, index, now)) {
      choice.why_not = std::move(*why);
    } else {
      choice.possible = true;
    }
    choice.permitted = acting && !decide::may(*acting, task, action);
    all.push_back(std::move(choice));
  }
  return all;
}

std::vector<AwaitedStep> awaited_steps(const model::State& state, const model::Campaign& campaign,
                                       model::TaskIndex task, Timestamp now) {
  std::vector<AwaitedStep> steps;
  for (auto& step : decide::awaited_steps(decide::Draft{campaign, state, {.now = now}}, task)) {
    const auto& planned = campaign.plan->tasks[task];
    const auto& titles = campaign.plan->kinds.at(planned.kind).state_titles;
    const auto& chart = planned.procedure->chart;
    const auto to = step.target ? chart.name(*step.target) : std::string{};
    const auto title = titles.find(to);
    steps.push_back({std::move(step.event), title == titles.end() ? std::string{} : title->second,
                     chart.name(step.source), to});
  }
  return steps;
}

std::vector<std::string> procedure_states(const model::Campaign& campaign, model::TaskIndex task) {
  const auto& planned = campaign.plan->tasks[task];
  const auto& machine = campaign.tasks[task].procedure;
  if (!planned.procedure || !machine) {
    return {};
  }
  return titles(planned.procedure->chart, *machine,
                campaign.plan->kinds.at(planned.kind).state_titles);
}

std::vector<std::string> phases(const model::Campaign& campaign) {
  return titles(campaign.plan->phases.chart, campaign.phases, campaign.plan->phase_titles);
}

std::vector<AwaitedElsewhere> awaited_elsewhere(const model::State& state,
                                                const model::PlannedTask& planned) {
  std::vector<AwaitedElsewhere> all;
  for (const auto& wanted : *planned.after_elsewhere) {
    const auto* campaign = state.find(wanted.campaign);
    const auto index = campaign == nullptr ? std::nullopt : campaign->plan->find(wanted.task);
    all.push_back(index ? AwaitedElsewhere{&wanted, campaign, *index, &campaign->tasks[*index]}
                        : AwaitedElsewhere{.wanted = &wanted});
  }
  return all;
}

std::vector<model::TaskIndex> waits_for(const model::Campaign& campaign, model::TaskIndex task) {
  std::vector<model::TaskIndex> open;
  for (const auto before : campaign.plan->tasks[task].after) {
    const auto state = campaign.tasks[before].state;
    if (!model::is_over(state)) {
      open.push_back(before);
    }
  }
  return open;
}

}  // namespace tiendo::runtime
