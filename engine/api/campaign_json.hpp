#pragma once

#include <boost/json/object.hpp>

#include "api/look.hpp"
#include "api/sight.hpp"
#include "model/state.hpp"

namespace tiendo::api {

/// Whether a closed campaign has no summing-up report yet.
[[nodiscard]] bool owes_report(const model::Campaign& campaign);

/// A campaign: its document and what amended it, state, phases, targets, and its tasks in numbers:
/// of those that `sight` sees.
[[nodiscard]] boost::json::object to_json(const model::Campaign& campaign, const Sight& sight,
                                          const Look& look);

}  // namespace tiendo::api
