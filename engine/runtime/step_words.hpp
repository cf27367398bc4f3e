#pragma once

#include "base/text.hpp"
#include "model/event.hpp"

namespace tiendo::runtime {

// A step of a procedure is told by where it leads, as people are offered it. `plan` is that of the
// campaign.

/// To which states the step may lead; that it was performed, by its id, where it leads nowhere.
[[nodiscard]] Text step_words(const model::StepPerformed& performed, const model::Plan* plan);

/// What a step led to, as the procedure then moved: the state that was gone to and, after it, those
/// to which the procedure went on by itself.
[[nodiscard]] Text step_words(const model::StepPerformed& performed, const model::ChartMoved& moved,
                              const model::Plan* plan);

}  // namespace tiendo::runtime
