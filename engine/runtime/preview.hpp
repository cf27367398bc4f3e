#pragma once

#include <variant>
#include <vector>

#include "decide/decision.hpp"
#include "model/command.hpp"
#include "model/state.hpp"
#include "runtime/moves.hpp"

namespace tiendo::runtime {

/// What a command would come to.
struct Preview {
  std::vector<model::Event> events;  // as it would be recorded; of a merger, also on its day
  std::vector<Move> moves;
};

/// Decides `command` at `now` and looks at what it would change; nothing is done. The rejection
/// where it would be refused. For amendments, mergers, holidays: whatever moves many dates.
[[nodiscard]] std::variant<Preview, decide::Rejection> preview(const model::State& state,
                                                               const model::Command& command,
                                                               Timestamp now);

}  // namespace tiendo::runtime
