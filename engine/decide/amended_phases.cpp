#include "decide/amended_phases.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "decide/refuse.hpp"

namespace tiendo::decide {
namespace {

using model::Campaign;
using model::Plan;
using Renaming = std::map<std::string, std::string>;

const std::string& now_called(const std::string& id, const Renaming& names) {
  const auto now = names.find(id);
  return now == names.end() ? id : now->second;
}

/// What the plan calls its phases, in their order.
std::vector<std::string> phases_of(const Plan& plan) {
  const auto& chart = plan.phases.chart;
  std::vector<std::string> ids;
  for (auto state = chart::root_state + 1; state < chart.size(); ++state) {
    if (!chart::is_history(chart.state(state).kind)) {
      ids.push_back(chart.name(state));
    }
  }
  return ids;
}

bool has_phase(const Plan& plan, const std::string& id) {
  const auto state = plan.phases.chart.find(id);
  return state && *state != chart::root_state;
}

/// `of` is what `plan` is to the campaign, "kế hoạch mới".
Rejection unknown_phase(const Renaming::value_type& renamed, const std::string& id,
                        const Plan& plan, const Text& of) {
  const auto& [before, now] = renamed;
  const auto known = named(phases_of(plan), plan.phase_titles);
  return bad_argument({fmt::format("“{}={}”: {} không có giai đoạn “{}”; mã ghi được: {}", before,
                                   now, of.vi, id, known.vi),
                       fmt::format("'{}={}': {} has no phase '{}'; the ids: {}", before, now, of.en,
                                   id, known.en)});
}

}  // namespace

chart::Snapshot phases_in(const Campaign& campaign, const model::AmendPlan& command) {
  auto stands = chart::save(campaign.plan->phases.chart, campaign.phases);
  const auto rename = [&](std::string& id) { id = now_called(id, command.states); };
  std::ranges::for_each(stands.active, rename);
  for (auto& history : stands.histories) {
    rename(history.history);
    std::ranges::for_each(history.states, rename);
  }
  return stands;
}

std::optional<Rejection> why_not_renamed(const Campaign& campaign,
                                         const model::AmendPlan& command) {
  for (const auto& renamed : command.states) {
    if (!has_phase(*campaign.plan, renamed.first)) {
      return unknown_phase(renamed, renamed.first, *campaign.plan,
                           {"kế hoạch đang chạy", "the plan of now"});
    }
    if (!has_phase(*command.plan, renamed.second)) {
      return unknown_phase(renamed, renamed.second, *command.plan,
                           {"kế hoạch mới", "the new plan"});
    }
  }
  return std::nullopt;
}

std::optional<Rejection> why_not_phases(const Campaign& campaign, const model::AmendPlan& command) {
  const auto vanished =
      chart::restore(command.plan->phases.chart, phases_in(campaign, command)).vanished;
  auto gone = chart::save(campaign.plan->phases.chart, campaign.phases).active;
  std::erase_if(gone, [&](const std::string& id) {
    return std::ranges::find(vanished, now_called(id, command.states)) == vanished.end();
  });
  if (gone.empty()) {
    return std::nullopt;
  }
  const auto phases = named(gone, campaign.plan->phase_titles);
  return Rejection{
      "state_vanished",
      {fmt::format("đợt đang ở giai đoạn {}, kế hoạch mới không có: nói giai đoạn ấy nay mang mã "
                   "nào (cũ=mới)",
                   phases.vi),
       fmt::format("the campaign is in the phase {}, which the new plan does not have: say which "
                   "id it has now (old=new)",
                   phases.en)},
      {},
      std::move(gone)};
}

}  // namespace tiendo::decide
