#pragma once

#include <variant>
#include <vector>

#include "base/time.hpp"
#include "model/ids.hpp"

namespace tiendo::model {

/// The guards of the domain that a plan's chart may use beside those of the chart itself.

/// Every one of the tasks has been accepted, but for those that were cancelled.
struct Accepted {
  std::vector<TaskId> tasks;

  friend bool operator==(const Accepted&, const Accepted&) = default;
};

/// At least one of the tasks has been accepted.
struct AnyAccepted {
  std::vector<TaskId> tasks;

  friend bool operator==(const AnyAccepted&, const AnyAccepted&) = default;
};

/// The result recorded for the target is at least this.
struct Reached {
  TargetId target;
  double at_least = 0;

  friend bool operator==(const Reached&, const Reached&) = default;
};

/// The day has begun.
struct At {
  Day day;

  friend bool operator==(const At&, const At&) = default;
};

using Condition = std::variant<Accepted, AnyAccepted, Reached, At>;

/// The action of the domain: announce these tasks.
struct StartTasks {
  std::vector<TaskId> tasks;

  friend bool operator==(const StartTasks&, const StartTasks&) = default;
};

}  // namespace tiendo::model
