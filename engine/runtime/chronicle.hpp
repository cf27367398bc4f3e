#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/time.hpp"
#include "model/event.hpp"

namespace tiendo::runtime {

/// What happened, told to a person: one line of a simulated year.
struct Entry {
  Timestamp at;
  Day day{};           // the day it belongs to: of a passed due date that date itself
  std::string type;    // phase, open, reminder, due, overdue, escalation, report_period, notice
  model::TaskId task;  // empty: the campaign
  std::string rung;    // of what the clock did, or the subject of a notice; may be empty
  std::string to;      // who is told, separated by ", "; may be empty
  Text text;
};

/// The entries of `events`, all of the campaign of `plan`, in their order. One entry a task and
/// rung: the notices that the rung queued are its `to`. Rungs that were missed are left out.
[[nodiscard]] std::vector<Entry> chronicle(const model::Plan& plan,
                                           std::span<const model::Event> events);

}  // namespace tiendo::runtime
