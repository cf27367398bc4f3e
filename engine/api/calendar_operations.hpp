#pragma once

#include "api/operation.hpp"

namespace tiendo::api {

/// What a time expression comes to.
[[nodiscard]] Response resolve_expression(const Reading& reading);

}  // namespace tiendo::api
