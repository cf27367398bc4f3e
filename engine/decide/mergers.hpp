#pragma once

#include "decide/draft.hpp"

namespace tiendo::decide {

/// The first merger that takes a unit of the task away, on whatever day; nothing where the task is
/// over or all of its units go on.
[[nodiscard]] const model::Merger* merger_of(const model::Task& task, const model::Office& office);

/// Carries it out for the task: the unit that comes after has it, or it is cancelled.
void carry_out(const model::Merger& merger, model::TaskIndex task, Draft& draft);

/// Why what is said of single tasks cannot be done: each is named once, is open, and is of a unit
/// that merges, also by mergers that have been decided before.
[[nodiscard]] std::optional<Rejection> why_not_treated(const model::Merger& merger,
                                                       const model::State& state);

/// Units with the one that comes after in the place of those that merged, each once.
[[nodiscard]] std::vector<model::Part> after_merger(const std::vector<model::Part>& parts,
                                                    const model::Merger& merger);

}  // namespace tiendo::decide
