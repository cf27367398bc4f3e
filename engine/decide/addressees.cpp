#include "decide/addressees.hpp"

#include <algorithm>

#include "decide/known_unit.hpp"
#include "model/at_work.hpp"

namespace tiendo::decide {
namespace {

using model::Addressee;
using model::AddresseeKind;
using model::RungKind;
using model::Subject;

bool concerns_everybody(Subject subject) {
  switch (subject) {
    case Subject::announced:
    case Subject::assigned:
    case Subject::accepted:
    case Subject::suspended:
    case Subject::resumed:
    case Subject::cancelled:
    case Subject::amended:
    case Subject::transferred:
    case Subject::commented:
    case Subject::dates_fixed:
    case Subject::campaign_suspended:
    case Subject::campaign_resumed:
    case Subject::campaign_cancelled:
    case Subject::campaign_closed:
      return true;
    case Subject::rung:
    case Subject::late_to_start:
    case Subject::plan_returned:
    case Subject::plan_approved:
    case Subject::report_returned:
    case Subject::reopened:
    case Subject::extension_answered:
    case Subject::extension_granted:
    case Subject::extension_refused:
      return false;
  }
  return false;
}

}  // namespace

std::vector<Addressee> addressees(const model::Office& office, const model::Plan& plan,
                                  const Units& units, Subject subject,
                                  const std::optional<model::Rung>& rung) {
  if (rung && rung->kind == RungKind::to_leaders) {
    return {Addressee{AddresseeKind::leaders, {}}};
  }
  const auto kind =
      rung && rung->kind == RungKind::to_head ? AddresseeKind::head_of_unit : AddresseeKind::unit;
  std::vector<Addressee> told;
  const auto add = [&](std::span<const model::Part> parts) {
    for (const auto& part : parts) {
      const Addressee to{kind, part.unit};
      const auto* unit = known_unit(office, plan, part.unit);
      const bool is_external = unit != nullptr && unit->external;
      if (!is_external && std::ranges::find(told, to) == told.end()) {
        told.push_back(to);
      }
    }
  };
  add(units.leads);
  if (told.empty()) {
    const auto& of_plan = plan.organisation.office;
    told.push_back(of_plan.empty() ? Addressee{AddresseeKind::office, {}}
                                   : Addressee{AddresseeKind::unit, of_plan});
  }
  if (concerns_everybody(subject)) {
    add(units.coordinating);
  }
  return told;
}

std::vector<Addressee> addressees(const model::Office& office, const model::Campaign& campaign,
                                  Subject subject) {
  std::vector<Addressee> told;
  for (const auto& task : campaign.tasks) {
    if (task.state == model::TaskState::planned || model::is_over(task.state)) {
      continue;
    }
    const Units units{task.leads, task.coordinating};
    for (auto& to : addressees(office, *campaign.plan, units, subject, std::nullopt)) {
      if (std::ranges::find(told, to) == told.end()) {
        told.push_back(std::move(to));
      }
    }
  }
  told.push_back({AddresseeKind::leaders, {}});
  return told;
}

}  // namespace tiendo::decide
