#include "api/phase_days.hpp"

#include <variant>

namespace tiendo::api {
namespace {

std::optional<Day> day_of(const model::Procedure& phases, std::uint32_t guard_index) {
  if (guard_index == chart::nothing) {
    return std::nullopt;
  }
  const auto& guard = phases.chart.guard(guard_index);
  if (guard.op != chart::CompiledGuard::Op::external) {
    return std::nullopt;
  }
  const auto* at = std::get_if<model::At>(&phases.conditions[guard.value]);
  return at == nullptr ? std::nullopt : std::optional{at->day};
}

}  // namespace

std::vector<std::optional<Day>> first_days_of_phases(const model::Procedure& phases) {
  std::vector<std::optional<Day>> days(phases.chart.size());
  for (const auto& transition : phases.chart.transitions()) {
    const auto day = day_of(phases, transition.guard);
    for (const auto target : phases.chart.targets(transition.targets)) {
      if (day && (!days[target] || *day < *days[target])) {
        days[target] = day;
      }
    }
  }
  return days;
}

}  // namespace tiendo::api
