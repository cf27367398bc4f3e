#pragma once

#include <vector>

#include "definition/finding.hpp"
#include "definition/names.hpp"
#include "definition/node.hpp"
#include "model/organisation.hpp"
#include "model/part.hpp"

namespace tiendo::definition {

/// Takes the units of `node` (a `units:` map that follows its schema) into `units`: one that is
/// there already is replaced. Successors are checked once all units are known, by `check_units`.
void read_units(const Node& node, std::vector<model::Unit>& units, Findings& findings);

/// The names of `units`, which must outlive them.
[[nodiscard]] Names names_of(const std::vector<model::Unit>& units);

/// Successors exist, and none leads back to its unit. `node` is the map that `units` came from
/// last.
void check_units(const Node& node, const std::vector<model::Unit>& units, Findings& findings);

/// The units in `node`, one or a list, each a name or { unit, scope }; none where it is missing or
/// null.
[[nodiscard]] std::vector<model::Part> read_parts(const Node* node, const Names& units,
                                                  Findings& findings);

/// The day in `node`, a text of the form YYYY-MM-DD; an error where there is no such day.
[[nodiscard]] std::optional<Day> read_day(const Node& node, Findings& findings);

/// `HH:MM` up to 24:00; an error where there is no such hour.
[[nodiscard]] std::optional<std::chrono::minutes> read_time(const Node& node, Findings& findings);

}  // namespace tiendo::definition
