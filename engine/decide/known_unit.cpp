#include "decide/known_unit.hpp"

#include <algorithm>

namespace tiendo::decide {

const model::Unit* known_unit(const model::Office& office, const model::Plan& plan,
                              const model::UnitId& id) {
  if (const auto found = office.units.find(id); found != office.units.end()) {
    return &found->second;
  }
  const auto& units = plan.organisation.units;
  const auto found = std::ranges::find(units, id, &model::Unit::id);
  return found == units.end() ? nullptr : &*found;
}

}  // namespace tiendo::decide
