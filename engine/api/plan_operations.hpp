#pragma once

#include "api/operation.hpp"

namespace tiendo::api {

/// Every error and warning of a plan; nothing is recorded.
[[nodiscard]] Outcome check_plan(const Reading& reading);

}  // namespace tiendo::api
