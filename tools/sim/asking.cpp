#include "sim/asking.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "lifecycle/rights.hpp"
#include "model/at_work.hpp"
#include "sim/cast.hpp"
#include "sim/plan_changes.hpp"
#include "sim/task_words.hpp"

namespace tiendo::sim {
namespace {

using model::CampaignState;
using model::TaskAction;
using model::TaskId;
using model::TaskState;

/// The steps that get a task in this state on, the usual ones several times.
std::vector<TaskAction> useful(TaskState state, bool asked) {
  switch (state) {
    case TaskState::planned:
      return {TaskAction::announce, TaskAction::announce, TaskAction::fix_dates,
              TaskAction::assign};
    case TaskState::announced:
      return {TaskAction::begin_plan, TaskAction::submit_plan, TaskAction::comment};
    case TaskState::planning:
      return {TaskAction::submit_plan, TaskAction::submit_plan, TaskAction::fix_dates};
    case TaskState::plan_submitted:
      return {TaskAction::approve_plan, TaskAction::approve_plan, TaskAction::return_plan};
    case TaskState::ready:
      return {TaskAction::start, TaskAction::start, TaskAction::assign, TaskAction::suspend};
    case TaskState::in_progress:
      if (asked) {
        return {TaskAction::grant_extension, TaskAction::grant_extension,
                TaskAction::refuse_extension};
      }
      return {TaskAction::perform_step,  TaskAction::perform_step, TaskAction::report_progress,
              TaskAction::report,        TaskAction::report,       TaskAction::attach,
              TaskAction::ask_extension, TaskAction::suspend};
    case TaskState::reported:
      return {TaskAction::accept, TaskAction::accept, TaskAction::return_report};
    case TaskState::accepted:
      return {TaskAction::comment, TaskAction::reopen};
    case TaskState::suspended:
      return {TaskAction::resume};
    case TaskState::cancelled:
      break;
  }
  return {TaskAction::comment};
}

/// Somebody who may, if there is anybody.
template <class Right>
std::optional<model::UserId> somebody(Dice& dice, const model::State& state, Day day,
                                      const Right& right) {
  std::vector<model::UserId> able;
  for (const auto& id : callers()) {
    const auto person = state.office.people.find(id);
    if (person == state.office.people.end()) {
      continue;
    }
    if (std::ranges::any_of(person->second.posts, [&](const model::Post& post) {
          return post.holds_on(day) && right(post);
        })) {
      able.push_back(id);
    }
  }
  return able.empty() ? std::nullopt : std::optional{dice.of(able)};
}

std::optional<model::Command> sensible_task(Dice& dice, const model::State& state,
                                            const model::Campaign& campaign, Day today,
                                            const std::string& mark) {
  const auto index = dice.below(campaign.tasks.size());
  const auto& task = campaign.tasks[index];
  const auto action = dice.of(useful(task.state, task.asked.has_value()));
  const auto actor = somebody(dice, state, today, [&](const model::Post& post) {
    return lifecycle::may(lifecycle::standing_of(post, task.leads, task.coordinating), action);
  });
  if (!actor) {
    return std::nullopt;
  }
  return model::Command{*actor,
                        {},
                        campaign.id,
                        task_command(dice, action, campaign.plan->tasks[index].id, today, mark)};
}

model::Command of_campaign(model::UserId actor, const model::CampaignId& id,
                           model::CampaignCommand body) {
  return {std::move(actor), {}, id, std::move(body)};
}

const model::UserId leader{"binh"};
const model::UserId office{"lan"};

}  // namespace

std::optional<model::Command> ask_sensibly(Dice& dice, const model::State& state,
                                           const model::CampaignId& id, Timestamp now,
                                           const std::string& mark) {
  const auto* campaign = state.find(id);
  if (campaign == nullptr) {
    return std::nullopt;
  }
  switch (campaign->state) {
    case CampaignState::suspended:
      return of_campaign(leader, id, model::ResumeCampaign{});
    case CampaignState::closed:
    case CampaignState::cancelled:
    case CampaignState::draft:
      return std::nullopt;
    case CampaignState::closing:
      if (dice.one_in(4)) {
        return of_campaign(office, id, model::CloseCampaign{});
      }
      break;
    case CampaignState::issued:
    case CampaignState::running:
      break;
  }
  if (dice.one_in(60)) {
    return of_campaign(leader, id, model::SuspendCampaign{mark});
  }
  if (dice.one_in(40)) {
    return of_campaign(dice.one_in(2) ? leader : office, id,
                       random_amendment(dice, *campaign, mark));
  }
  if (dice.one_in(15)) {
    return of_campaign(
        office, id,
        model::RecordResult{model::TargetId{"htx"}, static_cast<double>(dice.between(0, 90))});
  }
  return sensible_task(dice, state, *campaign, local_day(now), mark);
}

model::Command ask_foolishly(Dice& dice, const model::State& state, const model::CampaignId& id,
                             Timestamp now, const std::string& mark) {
  const auto& actor = dice.of(callers());
  const auto* campaign = state.find(id);
  switch (dice.below(24)) {
    case 0:
      return of_campaign(actor, id, model::SuspendCampaign{dice.one_in(3) ? "" : mark});
    case 1:
      return of_campaign(actor, id, model::ResumeCampaign{});
    case 2:
      return of_campaign(actor, id, model::CloseCampaign{});
    case 3:
      return of_campaign(dice.one_in(20) ? leader : actor, id, model::CancelCampaign{mark});
    case 4:
      return of_campaign(actor, id, model::RecordResult{model::TargetId{"la"}, -1});
    case 5:
      return of_campaign(actor, model::CampaignId{"khong-co"}, model::ResumeCampaign{});
    case 6:
      if (campaign != nullptr) {
        return of_campaign(actor, id, random_amendment(dice, *campaign, mark));
      }
      break;
    default:
      break;
  }
  const auto tasks = campaign != nullptr ? campaign->tasks.size() : 1;
  const TaskId task{"t" + std::to_string(dice.below(tasks + 1))};
  auto action = static_cast<TaskAction>(dice.below(model::names_of<TaskAction>().size()));
  if (action == TaskAction::cancel && !dice.one_in(6)) {
    action = TaskAction::comment;
  }
  model::Command command{actor, {}, id, task_command(dice, action, task, local_day(now), mark)};
  if (dice.one_in(10)) {
    command.on_behalf = model::OnBehalf{"Ông Tám", dice.one_in(3) ? "" : "12/BC"};
  }
  return command;
}

std::optional<model::Command> ask_to_finish(const model::State& state, const model::CampaignId& id,
                                            const std::string& mark) {
  // Whoever else might do it may have lost his post by now.
  const model::UserId owner{model::owner_prefix};
  const auto* campaign = state.find(id);
  if (campaign == nullptr) {
    return std::nullopt;
  }
  switch (campaign->state) {
    case CampaignState::suspended:
      return of_campaign(owner, id, model::ResumeCampaign{});
    case CampaignState::closed:
    case CampaignState::cancelled:
    case CampaignState::draft:
      return std::nullopt;
    case CampaignState::issued:
    case CampaignState::running:
    case CampaignState::closing:
      break;
  }
  for (std::size_t i = 0; i < campaign->tasks.size(); ++i) {
    const auto& task = campaign->plan->tasks[i].id;
    const auto now = campaign->tasks[i].state;
    if (!model::is_over(now)) {
      return model::Command{owner, {}, id, model::TaskCommand{model::CancelTask{task, mark}}};
    }
  }
  if (campaign->state == CampaignState::closing) {
    return of_campaign(owner, id, model::CloseCampaign{});
  }
  return of_campaign(owner, id, model::CancelCampaign{mark});
}

model::Command ask_of_office(Dice& dice, const model::State& state, Timestamp now,
                             const std::string& mark) {
  const auto today = local_day(now);
  const auto& who = dice.of(callers());
  const auto made = [&](model::OfficeCommand body) {
    const auto& actor = dice.one_in(3) ? dice.of(callers()) : callers().front();
    return model::Command{actor, {}, {}, model::OfficeCommands{std::move(body)}};
  };
  const model::UnitId unit{dice.one_in(2) ? "trung-tam" : "to-moi"};
  switch (dice.below(13)) {
    case 0:
      return made(model::AddPerson{
          {who, mark, {{model::Role::staff, model::UnitId{"nghiep-vu"}, today, {}}}}});
    case 1:
      return made(model::RenamePerson{who, mark});
    case 2:
      return made(model::GivePost{who, {model::Role::staff, unit, today, {}}});
    case 3:
      return made(model::EndPost{who, model::Role::staff, unit, plus_days(today, 5)});
    case 4:
      return made(model::SetUnit{{unit, mark, "", false, {}, {}, {}}});
    case 5:
      return made(
          model::SetHours{{std::chrono::hours{dice.between(6, 9)}, std::chrono::hours{17}}});
    case 6: {
      model::Ladder ladder;
      ladder.before = {dice.between(4, 12), dice.between(0, 3)};
      ladder.overdue_every = dice.between(0, 5);
      ladder.head_after = dice.between(0, 4);
      return made(model::SetLadder{"default", std::move(ladder)});
    }
    case 7:
    case 8: {
      std::vector<std::string> channels;
      if (!dice.one_in(4)) {
        channels.emplace_back("email");
      }
      return made(model::SetChannels{std::move(channels)});
    }
    case 9:
    case 10:
      return made(random_merger(dice, state, today, mark));
    default: {
      calendar::HolidayYear year{static_cast<int>(today.year()), mark, {}, {}};
      for (int i = dice.between(0, 3); i > 0; --i) {
        year.days_off.push_back(plus_days(today, dice.between(0, 40)));
      }
      std::erase_if(year.days_off, [&](Day day) { return day.year() != today.year(); });
      return made(model::SetHolidays{{std::move(year)}});
    }
  }
}

}  // namespace tiendo::sim
