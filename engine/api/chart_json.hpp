#pragma once

#include <boost/json/value.hpp>

#include "model/state.hpp"

namespace tiendo::api {

/// The procedure of a task as it can be drawn: its states in the order in which they are declared,
/// which of them are active, and what leads from where to where. Null where it has none.
[[nodiscard]] boost::json::value chart_json(const model::Campaign& campaign, model::TaskIndex task);

}  // namespace tiendo::api
