#pragma once

#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "model/event.hpp"
#include "port/journal.hpp"
#include "port/snapshots.hpp"

namespace tiendo::runtime {

/// What the clock would do if it ran until `now`: the events, in order, of an engine that writes
/// nothing down. At most `events_max` of them; a wrong clock can ask for many.
struct Outlook {
  std::vector<model::Event> events;
  std::size_t total = 0;
};
[[nodiscard]] Result<Outlook> outlook(const port::Journal& journal, Timestamp now,
                                      std::size_t events_max);

}  // namespace tiendo::runtime
