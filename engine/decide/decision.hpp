#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "model/event.hpp"

namespace tiendo::decide {

/// The business says no. Not an error, and never in the journal.
struct Rejection {
  std::string code;
  Text reason;
};

/// What a command comes to: events that have to be appended together, or a rejection.
struct Decision {
  std::vector<model::Event> events;
  std::optional<Rejection> rejection;

  [[nodiscard]] bool accepted() const noexcept { return !rejection; }
};

}  // namespace tiendo::decide
