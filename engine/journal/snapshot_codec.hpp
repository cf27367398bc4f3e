#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/state.hpp"
#include "port/snapshots.hpp"

namespace tiendo::journal {

/// `state`, as it was after the event at `position` of the journal that gave `mark` for it, in a
/// form that this very build of the program reads. Empty where the program has no build id
/// (build_id.hpp): then there is nothing to tell its snapshots from those of another. Any thread.
[[nodiscard]] std::string write_snapshot(const model::State& state,
                                         port::Journal::Position position, const std::string& mark);

/// Total: nothing, where `bytes` are no snapshot, are damaged (a checksum over all of them), or
/// were written by another build: not only what is written may have changed between two builds, but
/// what `apply` makes of an event.
[[nodiscard]] std::optional<port::Snapshot> read_snapshot(std::string_view bytes);

}  // namespace tiendo::journal
