#pragma once

#include <string>

#include "base/text.hpp"
#include "model/event.hpp"

namespace tiendo::runtime {

// A step of a procedure is called by where it leads, as people are offered it. `plan` is that of
// the campaign.

/// The titles of the states to which the step may lead; its id where it leads nowhere.
[[nodiscard]] std::string title_of_step(const model::StepPerformed& performed,
                                        const model::Plan* plan);

/// What a step led to, as the procedure then moved: the state that was gone to and, after it, those
/// to which the procedure went on by itself.
[[nodiscard]] Text step_words(const model::StepPerformed& performed, const model::ChartMoved& moved,
                              const model::Plan* plan);

}  // namespace tiendo::runtime
