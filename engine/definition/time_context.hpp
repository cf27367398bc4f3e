#pragma once

#include <string>
#include <vector>

#include "calendar/expression.hpp"

namespace tiendo::definition {

/// What the times of a plan rest on.
struct TimeContext : calendar::ExpressionContext {
  std::vector<std::string> open_anchors;  // declared; their day is not known yet
};

}  // namespace tiendo::definition
