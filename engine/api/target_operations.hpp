#pragma once

#include "api/operation.hpp"

namespace tiendo::api {

// Operations on targets, by the names of schemas/openapi.yaml.

/// Every result of one target, with who recorded it.
[[nodiscard]] Outcome list_results(const Reading& reading);
[[nodiscard]] Response record_result(const Writing& writing);

}  // namespace tiendo::api
