#pragma once

#include <boost/json/object.hpp>

#include "base/text.hpp"
#include "model/state.hpp"
#include "runtime/preview.hpp"

namespace tiendo::api {

/// {events, told, moves} of a change that is only looked at: `state` is as it is without it.
[[nodiscard]] boost::json::object to_json(const runtime::Preview& preview,
                                          const model::State& state, Language language);

}  // namespace tiendo::api
