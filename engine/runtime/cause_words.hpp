#pragma once

#include <string_view>

#include "base/text.hpp"
#include "model/plan.hpp"

namespace tiendo::runtime {

/// Why a chart went on by itself: "tự động, sau khi nghiệm thu “…”". Empty where that goes without
/// saying: its time had come, or the plan was issued or amended. `plan` may be null.
[[nodiscard]] Text cause_words(std::string_view cause, const model::Plan* plan);

}  // namespace tiendo::runtime
