#pragma once

#include <boost/json/object.hpp>

#include "runtime/history.hpp"

namespace tiendo::api {

/// One entry of a history.
[[nodiscard]] boost::json::object to_json(const runtime::HistoryEntry& entry, Language language);

}  // namespace tiendo::api
