#pragma once

#include <optional>
#include <string>

#include "model/state.hpp"
#include "port/journal.hpp"

namespace tiendo::port {

/// The state as it was after the event at `position` of the journal that gave `mark` for it.
struct Snapshot {
  Journal::Position position = 0;
  std::string mark;
  model::State state;
};

/// A cache of the state, so that a start need not read the whole journal. It may forget at any time
/// and never answers wrongly.
class Snapshots {
 public:
  Snapshots() = default;
  Snapshots(const Snapshots&) = delete;
  Snapshots& operator=(const Snapshots&) = delete;
  virtual ~Snapshots() = default;

  /// Nothing where there is none, or it is damaged, or another version of the program made it.
  [[nodiscard]] virtual std::optional<Snapshot> load() = 0;

  /// A failure is logged and does no harm.
  virtual void save(const model::State& state, Journal::Position position,
                    const std::string& mark) = 0;
};

}  // namespace tiendo::port
