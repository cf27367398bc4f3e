#include "sim/checkers/all_or_nothing.hpp"
#include "sim/checkers/amendments.hpp"
#include "sim/checkers/chain.hpp"
#include "sim/checkers/checker.hpp"
#include "sim/checkers/clock.hpp"
#include "sim/checkers/deliveries.hpp"
#include "sim/checkers/law.hpp"
#include "sim/checkers/once.hpp"
#include "sim/checkers/promises.hpp"
#include "sim/checkers/rungs.hpp"
#include "sim/checkers/same_state.hpp"
#include "sim/checkers/timers.hpp"

namespace tiendo::sim {

Checkers all_checkers() {
  Checkers checkers;
  checkers.push_back(std::make_unique<PromisesChecker>());
  checkers.push_back(std::make_unique<AllOrNothingChecker>());
  checkers.push_back(std::make_unique<ChainChecker>());
  checkers.push_back(std::make_unique<ClockChecker>());
  checkers.push_back(std::make_unique<RungsChecker>());
  checkers.push_back(std::make_unique<LawChecker>());
  checkers.push_back(std::make_unique<AmendmentsChecker>());
  checkers.push_back(std::make_unique<OnceChecker>());
  checkers.push_back(std::make_unique<DeliveriesChecker>());
  checkers.push_back(std::make_unique<SameStateChecker>());
  checkers.push_back(std::make_unique<TimersChecker>());
  return checkers;
}

}  // namespace tiendo::sim
