#pragma once

#include "base/text.hpp"
#include "model/notice.hpp"
#include "model/plan.hpp"
#include "model/state.hpp"

namespace tiendo::runtime {

/// The unit's short name in the plan, where it has none in the office: "NV-KT", "trưởng NV-KT",
/// "lãnh đạo".
[[nodiscard]] Text words_for(const model::Addressee& to, const model::Plan* plan,
                             const model::Office* office = nullptr);

}  // namespace tiendo::runtime
