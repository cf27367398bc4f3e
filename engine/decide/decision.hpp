#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "model/event.hpp"
#include "model/ids.hpp"

namespace tiendo::decide {

/// The business says no. Not an error, and never in the journal.
struct Rejection {
  std::string code;
  Text reason;
  /// What stands in the way, where it has a name: a task; states of its procedure, or of the phases
  /// where no task is named.
  model::TaskId task = {};
  std::vector<std::string> states = {};
};

/// What a command comes to: events that have to be appended together, or a rejection.
struct Decision {
  std::vector<model::Event> events;
  std::optional<Rejection> rejection;

  [[nodiscard]] bool accepted() const noexcept { return !rejection; }
};

}  // namespace tiendo::decide
