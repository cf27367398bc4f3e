#pragma once

#include <vector>

#include "definition/finding.hpp"
#include "definition/task_items.hpp"

namespace tiendo::definition {

/// Works out the windows of `items` that hang on others: those that end before other tasks begin
/// (`before[i]`, of item i), those that are counted from their acceptance, and those of parts,
/// which have that of the whole. Errors where tasks wait for each other in a circle.
void put_in_order(std::vector<TaskItem>& items,
                  const std::vector<std::vector<model::TaskIndex>>& before, Findings& findings);

}  // namespace tiendo::definition
