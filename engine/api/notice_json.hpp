#pragma once

#include <boost/json/object.hpp>

#include "runtime/inbox.hpp"

namespace tiendo::api {

/// A notice that was queued.
[[nodiscard]] boost::json::object to_json(const runtime::QueuedNotice& queued, Language language);

}  // namespace tiendo::api
