#include "decide/decide.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "decide/amendment.hpp"
#include "decide/campaign_commands.hpp"
#include "decide/cycles.hpp"
#include "decide/draft.hpp"
#include "decide/mergers.hpp"
#include "decide/office_commands.hpp"
#include "decide/permission.hpp"
#include "decide/refuse.hpp"
#include "decide/task_commands.hpp"
#include "lifecycle/campaign_lifecycle.hpp"
#include "lifecycle/delivery_lifecycle.hpp"
#include "lifecycle/task_lifecycle.hpp"
#include "lifecycle/why_not.hpp"
#include "model/lifecycle_words.hpp"

namespace tiendo::decide {
namespace {

constexpr std::string_view name_of_office = "office";  // of its stream in the journal

using model::Campaign;
using model::CampaignState;
using model::State;

Decision rejected(Rejection rejection) {
  return {{}, std::move(rejection)};
}

Decision finish(Draft& draft, Refusal refusal) {
  if (!refusal) {
    refusal = draft.settle();
  }
  if (refusal) {
    return rejected(std::move(*refusal));
  }
  return {std::move(draft).take_events(), std::nullopt};
}

Rejection unknown_campaign(const model::CampaignId& id) {
  return {"unknown_campaign",
          {fmt::format("không có đợt “{}”", id.str()), fmt::format("no campaign '{}'", id.str())}};
}

Rejection unknown_task(const model::TaskId& id) {
  return {"unknown_task",
          {fmt::format("đợt này không có nhiệm vụ “{}”", id.str()),
           fmt::format("the campaign has no task '{}'", id.str())}};
}

Rejection campaign_at_rest(CampaignState state) {
  const auto words = model::words(state);
  return {"wrong_state",
          {fmt::format("đợt đang ở trạng thái “{}”, không nhận việc", words.vi),
           fmt::format("the campaign is {}: its tasks take no commands", words.en)}};
}

std::shared_ptr<const model::OnBehalf> shared(const std::optional<model::OnBehalf>& on_behalf) {
  return on_behalf ? std::make_shared<const model::OnBehalf>(*on_behalf) : nullptr;
}

const model::Delivery* find(const auto& outbox, const std::string& key) {
  const auto found = outbox.find(key);
  return found == outbox.end() ? nullptr : &found->second.delivery;
}

/// Answers one command; a rejection that needs no draft is given before one is made.
class Decider {
 public:
  Decider(const State& state, const Acting& acting, Timestamp now)
      : state_{state},
        acting_{acting},
        command_{acting.command},
        stamp_{now, command_.actor, shared(command_.on_behalf)},
        campaign_{state.find(command_.campaign)} {}

  Decision operator()(const model::TaskCommand& body) const {
    return campaign_ == nullptr
               ? rejected(unknown_campaign(command_.campaign))
               : std::visit([this](const auto& command) { return task(command); }, body);
  }

  Decision operator()(const model::CampaignCommand& body) const {
    return std::visit([this](const auto& command) { return campaign(command); }, body);
  }

  Decision operator()(const model::OfficeCommands& bodies) const {
    State after;
    after.office = state_.office;
    Decision all;
    for (const auto& body : bodies) {
      auto one =
          std::visit([&](const auto& command) { return office(command, after.office); }, body);
      if (!one.accepted()) {
        return one;
      }
      for (auto& event : one.events) {
        model::apply(after, event);
        all.events.push_back(std::move(event));
      }
    }
    return all;
  }

  Decision operator()(const model::DeliveryCommand& command) const {
    const bool of_office = command_.campaign.empty();
    if (!of_office && campaign_ == nullptr) {
      return rejected(unknown_campaign(command_.campaign));
    }
    const auto* delivery =
        of_office ? find(state_.office.outbox, command.key) : find(campaign_->outbox, command.key);
    const auto next =
        delivery == nullptr ? std::nullopt : lifecycle::next(delivery->state, command.action);
    if (!next) {
      return rejected(
          {"wrong_state",
           {"thông báo này không còn chờ gửi", "the notice does not wait for this step"}});
    }
    model::DeliveryMoved moved{command.key, *next, command.reason, command.retry_at};
    return {{of_office ? event_of_office(std::move(moved)) : event(std::move(moved))},
            std::nullopt};
  }

 private:
  template <class Command>
  Decision task(const Command& command) const {
    switch (campaign_->state) {
      case CampaignState::issued:
      case CampaignState::running:
      case CampaignState::closing:
        break;
      case CampaignState::draft:
      case CampaignState::closed:
      case CampaignState::suspended:
      case CampaignState::cancelled:
        return rejected(campaign_at_rest(campaign_->state));
    }
    const auto index = campaign_->plan->find(command.task);
    if (!index) {
      return rejected(unknown_task(command.task));
    }
    const auto& now = campaign_->tasks[*index];
    if (auto refusal = may(acting_, now, Command::action)) {
      return rejected(std::move(*refusal));
    }
    const lifecycle::TaskFacts facts{campaign_->plan->tasks[*index].detailed_plan_owed,
                                     now.before_suspension};
    if (!lifecycle::next(now.state, Command::action, facts)) {
      return rejected({"wrong_state", lifecycle::why_not(now.state, Command::action, facts)});
    }
    Draft draft{*campaign_, state_, stamp_};
    return finish(draft, decide_task(command, *index, draft));
  }

  template <class Command>
  Decision campaign(const Command& command) const {
    if (auto refusal = why_not(command)) {
      return rejected(std::move(*refusal));
    }
    Draft draft{*campaign_, state_, stamp_};
    return finish(draft, decide_campaign(command, draft));
  }

  /// There is no campaign yet: its phases start over the one that the first event makes.
  Decision campaign(const model::IssueCampaign& command) const {
    if (campaign_ != nullptr) {
      return rejected(
          {"campaign_exists",
           {fmt::format("đợt “{}” đã được ban hành", command_.campaign.str()),
            fmt::format("the campaign '{}' has been issued", command_.campaign.str())}});
    }
    if (!is_id(command_.campaign.str()) || command_.campaign.str() == name_of_office) {
      return rejected(bad_argument(
          {fmt::format("“{}” không dùng làm mã đợt được", command_.campaign.str()),
           fmt::format("'{}' cannot be the id of a campaign", command_.campaign.str())}));
    }
    if (auto refusal = may(acting_, {}, model::CampaignAction::issue)) {
      return rejected(std::move(*refusal));
    }
    if (auto refusal = why_circular(command_.campaign, *command.plan, state_.campaigns)) {
      return rejected(std::move(*refusal));
    }
    auto events = what_the_plan_brings(*command.plan);
    events.push_back(event(model::CampaignIssued{command.plan, command.sources}));
    State fresh;
    fresh.office = state_.office;
    return after(std::move(events), fresh,
                 [&](Draft& draft) { return decide_campaign(command, draft); });
  }

  Decision campaign(const model::AmendPlan& command) const {
    if (auto refusal = why_not(command)) {
      return rejected(std::move(*refusal));
    }
    auto amended = amendment(*campaign_, command);
    if (auto* refusal = std::get_if<Rejection>(&amended)) {
      return rejected(std::move(*refusal));
    }
    const auto& body = std::get<model::PlanAmended>(amended);
    if (auto refusal = why_circular(campaign_->id, *body.plan, state_.campaigns)) {
      return rejected(std::move(*refusal));
    }
    auto events = what_the_plan_brings(*command.plan);
    events.push_back(event(body));
    events.back().plan_version += 1;
    State next;
    next.office = state_.office;
    next.campaigns.emplace(campaign_->id, *campaign_);
    return after(std::move(events), next, [&](Draft& draft) {
      follow(body, *campaign_, command, draft);
      return Refusal{};
    });
  }

  /// A decision whose first events make what the rest is drafted over, out of `state`.
  template <class Rest>
  Decision after(std::vector<model::Event> events, State& state, const Rest& decide_rest) const {
    for (const auto& first : events) {
      model::apply(state, first);
    }
    Draft draft{state.campaigns.begin()->second, {state.office, state_.campaigns}, stamp_};
    auto rest = finish(draft, decide_rest(draft));
    if (rest.accepted()) {
      rest.events.insert(rest.events.begin(), std::make_move_iterator(events.begin()),
                         std::make_move_iterator(events.end()));
    }
    return rest;
  }

  /// Why the campaign takes no such command from this actor now.
  template <class Command>
  std::optional<Rejection> why_not(const Command& command) const {
    if (campaign_ == nullptr) {
      return unknown_campaign(command_.campaign);
    }
    if (auto refusal = may(acting_, leads_of(command), Command::action)) {
      return refusal;
    }
    if (!lifecycle::next(campaign_->state, Command::action, campaign_->before_suspension)) {
      return Rejection{"wrong_state", lifecycle::why_not(campaign_->state, Command::action,
                                                         campaign_->before_suspension)};
    }
    return std::nullopt;
  }

  template <class Command>
  Decision office(const Command& command, const model::Office& office) const {
    if (auto refusal = may(acting_, Command::action)) {
      return rejected(std::move(*refusal));
    }
    auto outcome = decide_office(command, office);
    if (outcome.rejection) {
      return rejected(std::move(*outcome.rejection));
    }
    if constexpr (std::is_same_v<Command, model::MergeUnits>) {
      if (auto refusal = why_not_treated(command.merger, state_)) {
        return rejected(std::move(*refusal));
      }
    }
    return {{event_of_office(std::move(*outcome.event))}, std::nullopt};
  }

  /// A plan brings what the office does not have yet: its units, and of an organisation that it
  /// names the hours and ladders.
  std::vector<model::Event> what_the_plan_brings(const model::Plan& plan) const {
    const auto& brought = plan.organisation;
    const auto& office = state_.office;
    std::vector<model::Event> events;
    for (const auto& unit : brought.units) {
      if (!office.units.contains(unit.id)) {
        events.push_back(event_of_office(model::UnitSet{unit}));
      }
    }
    if (brought.name.empty()) {
      return events;
    }
    if (!office.hours) {
      events.push_back(event_of_office(model::HoursSet{brought.hours}));
    }
    for (const auto& [name, ladder] : brought.ladders) {
      if (!office.ladders.contains(name)) {
        events.push_back(event_of_office(model::LadderSet{name, ladder}));
      }
    }
    return events;
  }

  /// A result is recorded by the unit that leads its target.
  std::vector<model::Part> leads_of(const auto& command) const {
    if constexpr (requires { command.target; }) {
      const auto& targets = campaign_->plan->targets;
      const auto target = std::ranges::find(targets, command.target, &model::Target::id);
      if (target != targets.end() && !target->lead.empty()) {
        return {{target->lead, ""}};
      }
    }
    return {};
  }

  model::Event event(model::EventBody body) const {
    return {stamp_.now,
            stamp_.actor,
            stamp_.on_behalf,
            command_.campaign,
            campaign_ != nullptr ? campaign_->plan_version : 1,
            std::move(body)};
  }

  model::Event event_of_office(model::EventBody body) const {
    return {stamp_.now, stamp_.actor, stamp_.on_behalf, {}, 0, std::move(body)};
  }

  const State& state_;
  const Acting& acting_;
  const model::Command& command_;
  Stamp stamp_;
  const Campaign* campaign_;
};

}  // namespace

Decision decide(const State& state, const model::Command& command, Timestamp now) {
  const auto who = acting(state.office, command, local_day(now));
  if (!who) {
    return rejected({"unknown_person",
                     {fmt::format("không có người dùng “{}”", command.actor.str()),
                      fmt::format("no person '{}'", command.actor.str())}});
  }
  return std::visit(Decider{state, *who, now}, command.body);
}

}  // namespace tiendo::decide
