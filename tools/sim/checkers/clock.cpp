#include "sim/checkers/clock.hpp"

#include <fmt/format.h>

namespace tiendo::sim {

void ClockChecker::begin() {
  latest_ = Timestamp::min();
  last_ = 0;
}

Wrong ClockChecker::read(port::Journal::Position position, const model::Event& event,
                         const model::State&) {
  if (position != last_ + 1) {
    return fmt::format("event {} follows event {}", position, last_);
  }
  last_ = position;
  if (event.at < latest_) {
    return fmt::format("event {} is of {}, and the one before it of {}", position,
                       to_string(event.at), to_string(latest_));
  }
  latest_ = event.at;
  return {};
}

}  // namespace tiendo::sim
