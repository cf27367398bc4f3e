#pragma once

#include <boost/json/array.hpp>
#include <span>

#include "base/text.hpp"
#include "definition/finding.hpp"

namespace tiendo::api {

/// What was found in files, each with its place.
[[nodiscard]] boost::json::array to_json(std::span<const definition::Finding> findings,
                                         Language language);

}  // namespace tiendo::api
