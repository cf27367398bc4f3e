#pragma once

#include <map>
#include <string>
#include <vector>

#include "definition/facts.hpp"
#include "model/plan.hpp"

namespace tiendo::definition {

/// A declared chart, taken apart into its states, in the order of the file. Tasks, targets and
/// states are named by their ids.
[[nodiscard]] std::vector<Thing> states_of(const model::Procedure& procedure,
                                           const std::map<std::string, std::string>& titles);

/// The states in which `chart` begins.
[[nodiscard]] std::string initial_of(const chart::Chart& chart);

}  // namespace tiendo::definition
