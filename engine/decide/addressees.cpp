#include "decide/addressees.hpp"

#include <algorithm>

namespace tiendo::decide {
namespace {

using model::Addressee;
using model::AddresseeKind;
using model::RungKind;
using model::Subject;

bool is_external(const model::Organisation& organisation, const model::UnitId& id) {
  const auto unit = std::ranges::find(organisation.units, id, &model::Unit::id);
  return unit != organisation.units.end() && unit->external;
}

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
      return true;
    case Subject::rung:
    case Subject::late_to_start:
    case Subject::plan_returned:
    case Subject::plan_approved:
    case Subject::report_returned:
    case Subject::reopened:
    case Subject::extension_answered:
      return false;
  }
  return false;
}

}  // namespace

std::vector<Addressee> addressees(const model::Organisation& organisation, const Units& units,
                                  Subject subject, const std::optional<model::Rung>& rung) {
  if (rung && rung->kind == RungKind::to_leaders) {
    return {Addressee{AddresseeKind::leaders, {}}};
  }
  const auto kind =
      rung && rung->kind == RungKind::to_head ? AddresseeKind::head_of_unit : AddresseeKind::unit;
  std::vector<Addressee> told;
  const auto add = [&](std::span<const model::Part> parts) {
    for (const auto& part : parts) {
      const Addressee to{kind, part.unit};
      if (!is_external(organisation, part.unit) && std::ranges::find(told, to) == told.end()) {
        told.push_back(to);
      }
    }
  };
  add(units.leads);
  if (told.empty()) {
    told.push_back(organisation.office.empty()
                       ? Addressee{AddresseeKind::office, {}}
                       : Addressee{AddresseeKind::unit, organisation.office});
  }
  if (concerns_everybody(subject)) {
    add(units.coordinating);
  }
  return told;
}

}  // namespace tiendo::decide
