#pragma once

#include <string>

#include "base/result.hpp"
#include "base/text.hpp"
#include "model/plan.hpp"

namespace tiendo::api {

/// What of a plan is drawn: the procedure of a task or of a kind; both empty: its phases.
struct DrawingWish {
  std::string task;
  std::string kind;
};

/// As a mermaid state diagram (stateDiagram-v2). An error where there is no such task or kind, or
/// it has no procedure.
[[nodiscard]] Result<std::string> draw(const model::Plan& plan, const DrawingWish& wish,
                                       Language language);

}  // namespace tiendo::api
