#pragma once

#include <boost/json/object.hpp>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "api/exchange.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "definition/scenario.hpp"
#include "model/command.hpp"
#include "model/plan.hpp"
#include "runtime/rehearsal.hpp"

namespace tiendo::api {

/// What is asked of a simulated campaign: which part of it, and who acts in it.
struct SimulationWish {
  std::optional<Day> from;   // else the day of its issue
  std::optional<Day> until;  // else the last of its period
  // Empty: all.
  std::string task;
  std::string unit;  // what it or its head is told, and what is about its tasks
  std::string type;
  definition::Scenario scenario;
};

/// Why nothing is simulated; `member`: of the wish, empty where it is the plan itself.
struct SimulationFault {
  std::string code;  // wrong_day, wrong_days, unknown_name, cannot_run, too_long
  std::string member;
  Text message;
};

/// Runs the campaign of `plan` in virtual time, from its issue on, and keeps what was asked for.
/// Days are of the years that are known (1968 to 2053).
[[nodiscard]] std::variant<runtime::Outcome, SimulationFault> simulate(
    const std::shared_ptr<const model::Plan>& plan, const std::vector<model::Source>& sources,
    const SimulationWish& wish, const Patience& patience);

/// {events, failures}.
[[nodiscard]] boost::json::object to_json(const runtime::Outcome& outcome, Language language);

}  // namespace tiendo::api
