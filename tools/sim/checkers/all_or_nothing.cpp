#include "sim/checkers/all_or_nothing.hpp"

#include <fmt/format.h>

#include <utility>

namespace tiendo::sim {

Wrong AllOrNothingChecker::after_recovery(const Sight& sight) {
  last_ = sight.position;
  return {};
}

Wrong AllOrNothingChecker::after_step(const Sight& sight) {
  const auto before = std::exchange(last_, sight.position);
  if (!sight.engine_is_fine && before != sight.position) {
    return fmt::format("what was asked failed, and the journal grew from {} to {} events", before,
                       sight.position);
  }
  return {};
}

}  // namespace tiendo::sim
