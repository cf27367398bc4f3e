#pragma once

#include <boost/json/array.hpp>
#include <vector>

#include "command.hpp"
#include "definition/finding.hpp"

namespace tiendo::cli {

/// `[{"severity","code","file","line","column","message"}…]`, messages in the language of the
/// reader.
[[nodiscard]] boost::json::array to_json(const std::vector<definition::Finding>& findings,
                                         const Context& context);

}  // namespace tiendo::cli
