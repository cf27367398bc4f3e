#pragma once

#include <optional>

#include "base/time.hpp"
#include "calendar/working_days.hpp"
#include "decide/decision.hpp"
#include "decide/elsewhere.hpp"
#include "model/state.hpp"

namespace tiendo::decide {

/// When the clock has something to do, and its place among what happens at the same instant: what
/// ends with the old day, then the phases, then what begins.
struct Due {
  Timestamp at;
  std::uint8_t rank = 0;
};

/// When the clock next has something to do for the task. Pure; nothing of it is stored.
[[nodiscard]] std::optional<Due> next_due(const model::Campaign& campaign, model::TaskIndex task,
                                          const Surroundings& around);

/// When the clock next has something to do for the campaign itself: its period begins, a send of
/// its phases falls due, or an `at` that they wait for and that lies after `after` is reached.
[[nodiscard]] std::optional<Due> next_due(const model::Campaign& campaign, Timestamp after);

/// What the clock does at `now`, having caught up to `as_of`: after a rest the charts see one
/// instant after another, as if there had been none.
struct Tick {
  Timestamp now;
  Timestamp as_of;  // not after `now`
};

/// What the clock does for the task: a merger of its units, or the one rung or send that has been
/// due longest, or its start where another campaign has freed it. No events
/// where nothing is due.
[[nodiscard]] Decision strike(const model::Campaign& campaign, model::TaskIndex task,
                              const Surroundings& around, Tick tick);

/// What a merger that is decided does to the task on its day, as if that were `now`: by itself, and
/// not what else falls due until then.
[[nodiscard]] Decision merge(const model::Merger& merger, const model::Campaign& campaign,
                             model::TaskIndex task, const Surroundings& around, Timestamp now);

/// What the clock does for the campaign itself.
[[nodiscard]] Decision strike(const model::Campaign& campaign, const Surroundings& around,
                              Tick tick);

}  // namespace tiendo::decide
