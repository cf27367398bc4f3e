#include "runtime/addressee_words.hpp"

#include <algorithm>
#include <string>

namespace tiendo::runtime {
namespace {

std::string short_name(const model::UnitId& id, const model::Plan* plan,
                       const model::Office* office) {
  if (plan != nullptr) {
    const auto& units = plan->organisation.units;
    const auto unit = std::ranges::find(units, id, &model::Unit::id);
    if (unit != units.end()) {
      return unit->short_name;
    }
  }
  if (office != nullptr) {
    if (const auto unit = office->units.find(id); unit != office->units.end()) {
      return unit->second.short_name.empty() ? unit->second.name : unit->second.short_name;
    }
  }
  return id.str();
}

}  // namespace

Text words_for(const model::Addressee& to, const model::Plan* plan, const model::Office* office) {
  const auto name = short_name(to.unit, plan, office);
  switch (to.kind) {
    case model::AddresseeKind::unit:
      return {name, name};
    case model::AddresseeKind::head_of_unit:
      return {"trưởng " + name, "head of " + name};
    case model::AddresseeKind::leaders:
      return {"lãnh đạo", "leaders"};
    case model::AddresseeKind::office:
      return {"văn phòng", "office"};
  }
  return {};
}

}  // namespace tiendo::runtime
