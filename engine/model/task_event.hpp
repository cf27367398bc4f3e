#pragma once

#include <concepts>

#include "model/event.hpp"
#include "model/state.hpp"

namespace tiendo::model {

/// An event of one task that reaches the chart of its campaign.
template <class Body>
concept TaskEvent = requires(const Body& body) {
  { body.task } -> std::convertible_to<const TaskId&>;
  Body::word;
};

/// The lifecycle state in which `body` leaves its task, as a matter of fact: whether it was allowed
/// is decided elsewhere.
[[nodiscard]] TaskState state_after(const EventBody& body, TaskState state,
                                    TaskState before_suspension, const PlannedTask& planned);

}  // namespace tiendo::model
