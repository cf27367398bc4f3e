#pragma once

#include "api/operation.hpp"

namespace tiendo::api {

// What happens to plans and units that are in service; each can be looked at first (dry_run).

/// Reads and checks the new version of the plan first.
[[nodiscard]] Prepared amend_campaign(const Request& request);
[[nodiscard]] Response set_anchor(const Writing& writing);
[[nodiscard]] Response merge_units(const Writing& writing);

}  // namespace tiendo::api
