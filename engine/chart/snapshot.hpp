#pragma once

#include <string>
#include <vector>

#include "base/time.hpp"
#include "chart/machine.hpp"

namespace tiendo::chart {

/// A machine in the names of its chart: what is written down, and what another version of the chart
/// can take up.
struct Snapshot {
  struct History {
    std::string history;
    std::vector<std::string> states;

    friend bool operator==(const History&, const History&) = default;
  };
  struct WaitingSend {
    std::string event;
    std::string id;  // may be empty
    Timestamp due;

    friend bool operator==(const WaitingSend&, const WaitingSend&) = default;
  };

  std::vector<std::string> active{};  // atomic states, in document order; empty: not started
  std::vector<History> histories{};
  std::vector<WaitingSend> sends{};  // in the order in which they will be delivered
  bool done = false;

  friend bool operator==(const Snapshot&, const Snapshot&) = default;
};

struct Restored {
  Machine machine{};
  /// Active states that the chart has no longer, has without being able to hold them together, or
  /// has as histories. The machine goes on without them.
  std::vector<std::string> vanished;
  /// States that are active now without having been entered, because the chart asks for them: new
  /// regions, and the first states inside a state that had none. Nothing was performed for them.
  std::vector<std::string> added;
  /// What histories remembered and sends waited for, of which the chart knows nothing any more.
  std::vector<std::string> forgotten;
};

[[nodiscard]] Snapshot save(const Chart& chart, const Machine& machine);

/// The machine that `snapshot` names, over `chart`, which may be another version than the one it
/// was saved from. With the same chart nothing is vanished, added or forgotten. A snapshot of which
/// every active state vanished gives a machine that is not started.
[[nodiscard]] Restored restore(const Chart& chart, const Snapshot& snapshot);

}  // namespace tiendo::chart
