#pragma once

#include <optional>
#include <vector>

#include "base/time.hpp"
#include "model/event.hpp"
#include "model/state.hpp"

namespace tiendo::runtime {

/// When messages are next to be queued, seen from `now`: at the hour at which the office opens, on
/// every working day, of all that has been noticed since; before that at once where a notice cannot
/// wait, as long as the office is open. Not before `now`; nothing where the office has no channels.
[[nodiscard]] std::optional<Timestamp> next_telling(const model::State& state, Timestamp now);

/// The messages that are to be queued at `now`, and the notices that are thereby told: one message
/// a person and channel, for whoever has something to be told that he has not done himself. Pure;
/// empty where `next_telling` has not come. A morning on which nothing ran is not made up for: the
/// next digest says how things stand.
[[nodiscard]] std::vector<model::Event> tell(const model::State& state, Timestamp now);

}  // namespace tiendo::runtime
